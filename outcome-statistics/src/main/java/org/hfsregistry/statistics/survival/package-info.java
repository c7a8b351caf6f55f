/**
 * Time until something happens, seen only as long as people were followed.
 *
 * <p>Owns: the Kaplan-Meier curve of one kind of event, the Aalen-Johansen curve of two that compete. Doors:
 * {@link org.hfsregistry.statistics.survival.KaplanMeier}, {@link org.hfsregistry.statistics.survival.AalenJohansen}.
 * Times are whole days from 0. Input is a histogram of days, so that a curve costs one pass over the days however many
 * rows were counted into it. May use: the root of the kernel. Never: any other room.
 */
@NullMarked
package org.hfsregistry.statistics.survival;

import org.jspecify.annotations.NullMarked;
