/**
 * Charts as SVG, made of numbers and of words that are handed in.
 *
 * <p>Owns: scales, axes, how curves, funnels and intervals are drawn; all texts are escaped here. Colours and sizes of type are
 * the stylesheet's. Doors: none. May use: {@code java..}. Never: a number that the page does not tell beside the chart, a
 * script, a style.
 */
@NullMarked
package org.hfsregistry.analytics.chart;

import org.jspecify.annotations.NullMarked;
