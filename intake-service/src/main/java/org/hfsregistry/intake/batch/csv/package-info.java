/**
 * Reads batches that are tables, as spreadsheets and REDCap write them.
 *
 * <p>Owns: what a header may say, how a cell becomes JSON, and how faults are told by columns. Door of: {@code batch}. May
 * use: {@code http} for limits and refusals, FastCSV, Jackson's generator, the contract's names of fields. Never: a rule
 * about an outcome (the contract has them, and reads what is made here), a cell whose meaning has to be guessed.
 */
@NullMarked
package org.hfsregistry.intake.batch.csv;

import org.jspecify.annotations.NullMarked;
