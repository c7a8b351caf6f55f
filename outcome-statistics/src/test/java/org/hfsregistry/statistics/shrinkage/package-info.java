/** Checks of the shrinkage room against R and against what must hold for all networks. */
@NullMarked
package org.hfsregistry.statistics.shrinkage;

import org.jspecify.annotations.NullMarked;
