/**
 * The statistical kernel: pure functions on arrays and counts.
 *
 * <p>Owns: what several rooms of the kernel speak of, a level of confidence, an interval and a quantile. Doors: none; the
 * public types of each room are called directly. May use: {@code java..}, JSpecify, commons-statistics, commons-numbers,
 * Hipparchus. Never: Spring, Kafka, MongoDB, a clock, a file, chance that the caller has not seeded.
 *
 * <p><b>Absence.</b> No result holds a NaN. What has no value, such as a rate of no cases or an interval where the
 * formula has none, is an empty {@link java.util.Optional} or {@link java.util.OptionalDouble}. An argument that can't
 * be, such as more successes than cases, is an {@link IllegalArgumentException}.
 */
@NullMarked
package org.hfsregistry.statistics;

import org.jspecify.annotations.NullMarked;
