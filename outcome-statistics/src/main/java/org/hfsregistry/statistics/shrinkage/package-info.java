/**
 * What a hospital's rate becomes when the network's is taken into account.
 *
 * <p>Owns: the beta-binomial model of hospitals' rates, its fit, a hospital's shrunken rate. Doors:
 * {@link org.hfsregistry.statistics.shrinkage.BetaBinomial}. May use: the beta distribution of commons-statistics, the
 * gamma functions of commons-numbers, an optimiser of Hipparchus, the root of the kernel. Never: any other room.
 */
@NullMarked
package org.hfsregistry.statistics.shrinkage;

import org.jspecify.annotations.NullMarked;
