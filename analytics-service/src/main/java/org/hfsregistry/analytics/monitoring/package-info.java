/**
 * A hospital's own operations one after the other, held against what was to be expected of such patients.
 *
 * <p>Owns: which operations are monitored, the expected risk of each by case mix, the charts with their limit, as fields for
 * the hospital itself. Doors: none. May use: {@code measure}'s results of the newest data, {@code cohort}, {@code treatment}, {@code question}'s
 * grades and definitions, the statistical kernel. Never: an audience; whether the network's rate may be shown, which it is told.
 */
@NullMarked
package org.hfsregistry.analytics.monitoring;

import org.jspecify.annotations.NullMarked;
