/**
 * The papers' series as hospitals that submit them.
 *
 * <p>Owns: the papers' counts and figures, and the rule by which each becomes outcomes. Doors: {@link
 * org.hfsregistry.local.published.PublishedHospital}, {@link org.hfsregistry.local.published.PublishedSeries}. May use: {@code
 * sample}, the contract's codes, Jackson for reading the file. Never: the network, a clock, chance.
 */
@NullMarked
package org.hfsregistry.local.published;

import org.jspecify.annotations.NullMarked;
