/**
 * De-identified rows of treatments for researchers.
 *
 * <p>Owns: which columns a row has and how each is read, written and explained; which values are blanked, and which treatments are
 * left out, so that no few can be told apart. Doors: {@code rest} writes them as CSV and Parquet. May use: {@code cohort}, {@code
 * measure}, {@code treatment}, {@code question}, {@code disclosure}. Never: a pseudonym, an id of a patient or a treatment, a date.
 */
@NullMarked
package org.hfsregistry.analytics.export;

import org.jspecify.annotations.NullMarked;
