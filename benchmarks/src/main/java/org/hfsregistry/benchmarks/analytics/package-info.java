/**
 * How fast analytics answers over many treatments, and what a treatment takes of memory, beside other engines.
 *
 * <p>Owns: made-up treatments, the rounds, the same questions as SQL, as an aggregation and in R, the lines that are printed.
 * May use: the rooms of analytics that answer (cohort, statistic, question), the contract, DuckDB, MongoDB's driver. Never: a
 * service that runs; everything is in this JVM.
 */
@NullMarked
package org.hfsregistry.benchmarks.analytics;

import org.jspecify.annotations.NullMarked;
