/**
 * Proving the record of a run.
 *
 * <p>Owns: what is asked of the registry, what its answer comes to and how it is shown, and seals that were written down in a file. Doors: {@link
 * org.hfsregistry.local.proof.Proving}, {@link org.hfsregistry.local.proof.SealsFile}. May use: {@code http}, {@code figures} for tables, {@code run} for its
 * refusal, Jackson. Never: prove anything itself.
 */
@NullMarked
package org.hfsregistry.local.proof;

import org.jspecify.annotations.NullMarked;
