/** Checks of the survival curves against R and against what must hold for all cohorts. */
@NullMarked
package org.hfsregistry.statistics.survival;

import org.jspecify.annotations.NullMarked;
