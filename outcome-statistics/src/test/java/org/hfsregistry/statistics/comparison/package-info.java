/** Checks of the comparison room against R and against what must hold for all data. */
@NullMarked
package org.hfsregistry.statistics.comparison;

import org.jspecify.annotations.NullMarked;
