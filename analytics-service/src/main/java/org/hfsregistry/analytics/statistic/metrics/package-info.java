/**
 * Headline numbers as gauges, for the audience of everybody.
 *
 * <p>A door: its types are package-private. May use: its room, disclosure, question, Micrometer. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.statistic.metrics;

import org.jspecify.annotations.NullMarked;
