/**
 * Whether groups that were followed differ in when the event came.
 *
 * <p>Owns: the log-rank test. Doors: {@link org.hfsregistry.statistics.comparison.LogRank}. Times are whole days from 0,
 * input is one histogram of days a group. May use: the chi-squared distribution of commons-statistics, the linear
 * algebra of Hipparchus, the root of the kernel. Never: any other room; a comparison of hospitals one by one.
 */
@NullMarked
package org.hfsregistry.statistics.comparison;

import org.jspecify.annotations.NullMarked;
