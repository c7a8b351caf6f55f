/**
 * Answers what hospitals' treatments came to.
 *
 * <p>Rooms: {@code cohort} holds the columns, {@code feed} fills them, {@code measure} counts in them, {@code disclosure}
 * says what may be shown, {@code statistic} answers, {@code access} says who asks.
 */
@NullMarked
package org.hfsregistry.analytics;

import org.jspecify.annotations.NullMarked;
