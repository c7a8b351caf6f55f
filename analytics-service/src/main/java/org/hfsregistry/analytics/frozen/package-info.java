/**
 * Numbers as they were at a moment, kept for good.
 *
 * <p>Owns: which questions are frozen, that all answers of a snapshot are of one state of the data, the checksum of each and of
 * all, and a snapshot's id. It keeps answers, each under its audience's rule, and no row: what is erased is in no snapshot, and
 * what is frozen never changes. Doors: {@code mongo} keeps it, {@code rest} makes and lists it. May use: {@code statistic}, {@code
 * question}, {@code disclosure}, {@code cohort}. Never: a row, JSON, a number of its own.
 */
@NullMarked
package org.hfsregistry.analytics.frozen;

import org.jspecify.annotations.NullMarked;
