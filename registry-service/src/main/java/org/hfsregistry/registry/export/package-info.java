/**
 * All that counts of a hospital, or of all, for who wants to have it: as outcomes, the same that were submitted.
 *
 * <p>Owns: what belongs to an export, and its order. Doors: {@code rest} writes it. May use: {@code treatment}, {@code access},
 * the contract's outcomes. Never: hold more of it in memory than is being written.
 */
@NullMarked
package org.hfsregistry.registry.export;

import org.jspecify.annotations.NullMarked;
