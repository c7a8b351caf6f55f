/**
 * That there are newer numbers, told to who listens.
 *
 * <p>Owns: who listens, which hospitals are named to whom, what is told to who comes back. Doors: {@code sse} tells it as
 * server-sent events. May use: {@code statistic}, {@code disclosure}, {@code cohort}'s positions. Never: a column, a number.
 */
@NullMarked
package org.hfsregistry.analytics.change;

import org.jspecify.annotations.NullMarked;
