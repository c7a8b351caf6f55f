/**
 * Where the keys of the pseudonyms come from: files that are mounted or made beside the service.
 *
 * <p>Owns: the configuration {@code hfs.intake.pseudonym}, and the sentence that a start without a key ends with. Door of:
 * {@code pseudonym}. May use: Spring. Never: a default key, or the key in a message.
 */
@NullMarked
package org.hfsregistry.intake.pseudonym.keyfile;

import org.jspecify.annotations.NullMarked;
