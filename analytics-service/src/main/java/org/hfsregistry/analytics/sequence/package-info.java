/**
 * What follows on an injection in the same patient: the next one, an operation, another relief.
 *
 * <p>Owns: the interval to reinjection, the way from injections to an operation, the trend of relief within patients, as
 * counts, figures and fields, each with what may be shown of it. Doors: none. May use: {@code table}, {@code decision},
 * {@code measure}, {@code question}, {@code disclosure}, {@code inference}, {@code treatment}, {@code cohort}, the statistical
 * kernel. Never: a column, an audience.
 */
@NullMarked
package org.hfsregistry.analytics.sequence;

import org.jspecify.annotations.NullMarked;
