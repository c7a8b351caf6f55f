/**
 * What a sample is made of: hospitals, each with the rows that it submits.
 *
 * <p>Owns: rows as hospitals write them, and how many of them intake is to refuse. Doors: {@link
 * org.hfsregistry.sample.HospitalOutcomes}. May use: the contract's codes, Jackson for writing rows. Never: the
 * network, a clock, a file.
 */
@NullMarked
package org.hfsregistry.sample;

import org.jspecify.annotations.NullMarked;
