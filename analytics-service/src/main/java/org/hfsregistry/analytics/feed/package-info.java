/**
 * Keeps the columns as the registry has it.
 *
 * <p>Owns: the order of reading the store and following the log, when all is in, and whether the log can be reached. Doors:
 * {@code kafka} follows the compacted topics, {@code mongo} reads the store, {@code file} saves columns, {@code process} runs it and tells health. May
 * use: {@code cohort}. Never: a statistic.
 */
@NullMarked
package org.hfsregistry.analytics.feed;

import org.jspecify.annotations.NullMarked;
