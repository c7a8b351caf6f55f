/**
 * Who is treated.
 *
 * <p>Owns: patients of each treatment by their traits, as counts, figures and fields, and which treatment stands for a patient
 * of several. Doors: none. May use: {@code table}, {@code decision}, {@code measure}, {@code question}, {@code disclosure},
 * {@code inference}, {@code cohort}. Never: a column, an audience, a risk.
 */
@NullMarked
package org.hfsregistry.analytics.casemix;

import org.jspecify.annotations.NullMarked;
