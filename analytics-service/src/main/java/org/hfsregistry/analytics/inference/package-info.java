/**
 * What follows from counts of the same people.
 *
 * <p>Owns: counts of people in cells, and whether a count of few can be worked out of others. Doors: none. May use: nothing.
 * Never: what is counted, who asks.
 */
@NullMarked
package org.hfsregistry.analytics.inference;

import org.jspecify.annotations.NullMarked;
