/** Checks of the proportions against R and against what must hold for all counts. */
@NullMarked
package org.hfsregistry.statistics.proportion;

import org.jspecify.annotations.NullMarked;
