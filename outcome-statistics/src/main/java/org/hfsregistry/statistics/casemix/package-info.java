/**
 * What would be expected of a hospital, given whom it treats.
 *
 * <p>Owns: the logistic regression of failure on what patients bring with them, whether there are enough events for it,
 * its calibration, observed against expected counts. Doors:
 * {@link org.hfsregistry.statistics.casemix.LogisticRegression},
 * {@link org.hfsregistry.statistics.casemix.EventsPerParameter}, {@link org.hfsregistry.statistics.casemix.Calibration},
 * {@link org.hfsregistry.statistics.casemix.ObservedExpected}. May use: the gamma distribution of commons-statistics, the
 * linear algebra of Hipparchus, the root of the kernel. Never: any other room; a model that was not fitted.
 */
@NullMarked
package org.hfsregistry.statistics.casemix;

import org.jspecify.annotations.NullMarked;
