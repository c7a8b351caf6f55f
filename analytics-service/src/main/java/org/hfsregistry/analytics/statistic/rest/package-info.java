/**
 * Questions and answers over HTTP: JSON, CSV, problems.
 *
 * <p>A door: its types are package-private. May use: its room, access, cohort, disclosure, question, treatment, Spring MVC, FastCSV. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.statistic.rest;

import org.jspecify.annotations.NullMarked;
