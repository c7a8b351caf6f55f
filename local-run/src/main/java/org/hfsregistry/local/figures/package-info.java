/**
 * The numbers that a run ends its start with, read from analytics as anybody would.
 *
 * <p>Owns: the tables, and the comparison with the papers' own figures. Doors: {@link
 * org.hfsregistry.local.figures.PublishedTable}, {@link org.hfsregistry.local.figures.NetworkTable}. May use: {@code http},
 * {@code sample} for the papers' figures. Never: computing a statistic.
 */
@NullMarked
package org.hfsregistry.local.figures;

import org.jspecify.annotations.NullMarked;
