/**
 * The statistics that are asked for, and what an audience gets of them.
 *
 * <p>Owns: answers, and which parts of a table each is. Every field of an answer is made of figures that disclosure
 * shows, and of nothing else; what {@code monitoring} and {@code missing} tell is for the hospital itself. Who keeps answers as
 * they were tells them by {@link FrozenAnswers}. Doors: {@code rest}, {@code metrics}. May use:
 * {@code making}, {@code table}, {@code monitoring}, {@code missing}, {@code question}, {@code decision}, {@code disclosure},
 * {@code measure}, {@code cohort}.
 * Never: JSON, HTTP, a clock.
 */
@NullMarked
package org.hfsregistry.analytics.statistic;

import org.jspecify.annotations.NullMarked;
