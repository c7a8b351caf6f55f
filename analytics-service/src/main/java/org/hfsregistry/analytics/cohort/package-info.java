/**
 * What the registry holds, as columns: one cohort a hospital, one row a treatment.
 *
 * <p>Owns: the row of a treatment, what a patient's other treatments mean for it, and which places of the log the
 * columns stand for. Doors: none; {@code feed} writes here, statistics read here. May use: {@code treatment}, the contract's documents.
 * Never: JSON, Kafka, MongoDB, a statistic, a clock.
 */
@NullMarked
package org.hfsregistry.analytics.cohort;

import org.jspecify.annotations.NullMarked;
