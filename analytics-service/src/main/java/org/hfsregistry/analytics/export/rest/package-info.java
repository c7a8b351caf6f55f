/**
 * The export over HTTP: rows as CSV and Parquet, the codebook, and the R script that works the statistics out of the rows.
 *
 * <p>A door: its types are package-private. May use: its room, {@code access}, {@code cohort}, Spring MVC, FastCSV, Carpet, the
 * contract's topics. Never: another door, a column's meaning.
 */
@NullMarked
package org.hfsregistry.analytics.export.rest;

import org.jspecify.annotations.NullMarked;
