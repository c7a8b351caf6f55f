/**
 * The statistics that are asked for, and what an audience gets of them.
 *
 * <p>Owns: questions, definitions with their texts, answers, and how long a result is kept. Every field of an answer is
 * made of figures that disclosure shows, and of nothing else. Doors: {@code rest}, {@code metrics}. May use: {@code
 * cohort}, {@code measure}, {@code disclosure}, the kernel. Never: JSON, HTTP, a clock.
 */
@NullMarked
package org.hfsregistry.analytics.statistic;

import org.jspecify.annotations.NullMarked;
