/**
 * A hospital's own operations one after the other, so that a change is seen soon.
 *
 * <p>Owns: the risk-adjusted CUSUM, the limit at which it signals, the VLAD. Doors:
 * {@link org.hfsregistry.statistics.monitoring.RiskAdjustedCusum}, {@link org.hfsregistry.statistics.monitoring.Vlad},
 * {@link org.hfsregistry.statistics.monitoring.FalseAlarms}. The order of operations matters here, as nowhere else. May
 * use: the Mersenne Twister of Hipparchus, seeded by the caller, the root of the kernel. Never: any other room; a seed of
 * its own.
 */
@NullMarked
package org.hfsregistry.statistics.monitoring;

import org.jspecify.annotations.NullMarked;
