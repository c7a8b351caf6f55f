/**
 * How fast intake takes outcomes, as ratios within one run on one machine.
 *
 * <p>Owns: what is posted to intake, and a bare producer to compare with. May use: {@code running}, {@code client}, Kafka's
 * client. Never: a class of intake.
 */
@NullMarked
package org.hfsregistry.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
