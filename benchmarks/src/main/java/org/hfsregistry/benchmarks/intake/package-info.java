/**
 * How fast intake takes outcomes, as ratios within one run on one machine.
 *
 * <p>Owns: an intake that runs as the jar that is deployed, clients that cost little, a bare producer to compare with.
 * May use: {@code embedded-platform}, the contract's tokens. Never: a class of intake.
 */
@NullMarked
package org.hfsregistry.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
