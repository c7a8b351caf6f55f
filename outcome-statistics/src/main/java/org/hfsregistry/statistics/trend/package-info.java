/**
 * How a value that is measured again and again changes within the same patient.
 *
 * <p>Owns: the slope within patients, with errors clustered by patient. Doors:
 * {@link org.hfsregistry.statistics.trend.WithinPatients}. May use: the t distribution of commons-statistics, the root of
 * the kernel. Never: any other room; a comparison between patients.
 */
@NullMarked
package org.hfsregistry.statistics.trend;

import org.jspecify.annotations.NullMarked;
