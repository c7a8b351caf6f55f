/**
 * Quality of life before and after treatments.
 *
 * <p>Owns: sums of scores and of their changes, how many are importantly better, and what of it may be shown, as figures and
 * fields. Doors: none. May use: {@code table}, {@code decision}, {@code measure}, {@code question}, {@code disclosure}, {@code
 * inference}, {@code cohort}, {@code treatment}, the statistical kernel. Never: a column, an audience.
 */
@NullMarked
package org.hfsregistry.analytics.wellbeing;

import org.jspecify.annotations.NullMarked;
