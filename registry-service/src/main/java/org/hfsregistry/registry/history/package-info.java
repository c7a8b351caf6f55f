/**
 * Everything that ever arrived, with what was decided of it and when: the audit trail, and the journal by which a batch that
 * is repeated after a crash comes to the same end.
 *
 * <p>Owns: decisions, what an entry is known again by, and the order in which a hospital's are read again. Doors: {@code mongo} keeps them, {@code rest} shows a hospital those of
 * its treatments. May use: {@code arrival}, {@code access}. Never: delete a decision, or change one but to
 * leave out what is of an erased patient.
 */
@NullMarked
package org.hfsregistry.registry.history;

import org.jspecify.annotations.NullMarked;
