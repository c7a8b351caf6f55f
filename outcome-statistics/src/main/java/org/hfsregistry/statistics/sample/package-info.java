/**
 * Measured values of a number of people: their middle, their spread, and how sure one can be of their mean.
 *
 * <p>Owns: the mean with its t interval, quantiles, changes between two measurements of the same person. Doors:
 * {@link org.hfsregistry.statistics.sample.Sample}. May use: the t distribution of commons-statistics, the root of the
 * kernel. Never: any other room.
 */
@NullMarked
package org.hfsregistry.statistics.sample;

import org.jspecify.annotations.NullMarked;
