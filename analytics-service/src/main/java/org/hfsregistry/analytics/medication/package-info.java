/**
 * Courses of medication.
 *
 * <p>Owns: how many courses helped how far, were stopped and had which side effects, as counts, figures and fields. Doors: none.
 * May use: {@code table}, {@code decision}, {@code measure}, {@code question}, {@code disclosure}, {@code inference}, {@code
 * cohort}, {@code treatment}, the statistical kernel. Never: a column, an audience.
 */
@NullMarked
package org.hfsregistry.analytics.medication;

import org.jspecify.annotations.NullMarked;
