/**
 * Where the key of the pseudonyms comes from: a file that is mounted or made beside the service.
 *
 * <p>Owns: the configuration {@code hfs.intake.pseudonym}, and the sentence that a start without a key ends with. Door of:
 * {@code pseudonym}. May use: Spring. Never: a default key, or the key in a message.
 */
@NullMarked
package org.hfsregistry.intake.pseudonym.keyfile;

import org.jspecify.annotations.NullMarked;
