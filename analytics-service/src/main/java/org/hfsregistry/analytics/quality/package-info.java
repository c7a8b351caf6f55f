/**
 * How good the data are that the numbers are made of.
 *
 * <p>Owns: case ascertainment, days to submission, retractions and quarantine as figures and fields, each with what may be
 * shown of it. Doors: none. May use: {@code table}, {@code decision}, {@code measure}, {@code question}, {@code disclosure},
 * {@code cohort}, the statistical kernel. Never: a column, an audience, a second definition of completeness.
 */
@NullMarked
package org.hfsregistry.analytics.quality;

import org.jspecify.annotations.NullMarked;
