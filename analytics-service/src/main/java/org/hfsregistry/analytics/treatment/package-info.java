/**
 * What a treatment came to, told by its reports.
 *
 * <p>Owns: how several reports of one thing give one answer; grades and the windows in which an assessment counts. Doors:
 * none. May use: the contract's documents. Never: another treatment, another room.
 */
@NullMarked
package org.hfsregistry.analytics.treatment;

import org.jspecify.annotations.NullMarked;
