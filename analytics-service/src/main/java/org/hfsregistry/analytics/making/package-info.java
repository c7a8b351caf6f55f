/**
 * The tables that questions are answered from.
 *
 * <p>Owns: which table a question takes and of which scans and decision it is made, how long tables are kept, what is the same beside
 * every hospital, and how many answers are made at a time. Doors: none. May use: {@code table}, {@code complication},
 * {@code medication}, {@code wellbeing}, {@code casemix}, {@code quality}, {@code sequence}, {@code question}, {@code decision},
 * {@code disclosure}, {@code measure}, {@code cohort}. Never: who asks.
 */
@NullMarked
package org.hfsregistry.analytics.making;

import org.jspecify.annotations.NullMarked;
