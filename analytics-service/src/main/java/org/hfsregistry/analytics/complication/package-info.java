/**
 * Complications of operations.
 *
 * <p>Owns: how many operations had each kind of complication, in any course and for good, as counts, figures and fields. Doors:
 * none. May use: {@code table}, {@code decision}, {@code measure}, {@code question}, {@code disclosure}, {@code inference},
 * {@code cohort}, the statistical kernel. Never: a column, an audience.
 */
@NullMarked
package org.hfsregistry.analytics.complication;

import org.jspecify.annotations.NullMarked;
