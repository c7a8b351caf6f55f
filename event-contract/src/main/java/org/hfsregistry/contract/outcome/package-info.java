/**
 * What a hospital reports: one record for each outcome type of the contract, none of which can hold an invalid value.
 *
 * <p>Owns: the outcome types and the rules within and across their fields. Doors: {@code json} reads and writes them. May
 * use: {@code clinical}, {@code pseudonym}. Never: JSON, a raw patient id (a record takes a pseudonym only), a clock, I/O.
 */
@NullMarked
package org.hfsregistry.contract.outcome;

import org.jspecify.annotations.NullMarked;
