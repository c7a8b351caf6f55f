/**
 * Numbers of an answer as a page tells them: each there, or absent for a reason.
 *
 * <p>Owns: how fields of an answer are read, why a number is absent, how a curve is thinned for reading. Doors: none. May
 * use: nothing but Java. Never: a number that is not in the answer.
 */
@NullMarked
package org.hfsregistry.analytics.page.figure;

import org.jspecify.annotations.NullMarked;
