/**
 * What may be shown to whom, so that few can't be told from many.
 *
 * <p>Owns: the audiences and their k; which figures of a group are shown, so that no shown number and no difference of
 * shown numbers counts fewer than k people; where curves stop. Every channel passes here: JSON, CSV, gauges. Doors: {@code
 * settings} reads k from the configuration. May use: {@code inference}. Never: what the figures mean.
 */
@NullMarked
package org.hfsregistry.analytics.disclosure;

import org.jspecify.annotations.NullMarked;
