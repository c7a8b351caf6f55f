/**
 * Where the pseudonym keys come from that followed the first one: files that are mounted or made beside the service.
 *
 * <p>Owns: the configuration {@code hfs.registry.pseudonym}, and the sentence that a start with unusable keys ends with. Door
 * of: {@code arrival}. May use: Spring, the contract's key files. Never: the first key, which makes pseudonyms of patients'
 * ids.
 */
@NullMarked
package org.hfsregistry.registry.arrival.keyfile;

import org.jspecify.annotations.NullMarked;
