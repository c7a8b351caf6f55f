/**
 * A part of a whole: so many successes of so many cases, and how sure one can be of the rate behind them.
 *
 * <p>Owns: the rate, its three intervals. Doors: {@link org.hfsregistry.statistics.proportion.Proportion},
 * {@link org.hfsregistry.statistics.proportion.ProportionMethod}. May use: the beta distribution of
 * commons-statistics. Never: any other room of the kernel but the root.
 */
@NullMarked
package org.hfsregistry.statistics.proportion;

import org.jspecify.annotations.NullMarked;
