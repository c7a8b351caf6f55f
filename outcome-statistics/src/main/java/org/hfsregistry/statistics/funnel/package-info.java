/**
 * Whether a hospital differs from the network by more than its number of cases explains.
 *
 * <p>Owns: the network's rate, its dispersion, the limits that are drawn, the reading of one hospital. Doors:
 * {@link org.hfsregistry.statistics.funnel.Funnel}. May use: the binomial and normal distributions of
 * commons-statistics, the root of the kernel. Never: any other room; an order of hospitals.
 */
@NullMarked
package org.hfsregistry.statistics.funnel;

import org.jspecify.annotations.NullMarked;
