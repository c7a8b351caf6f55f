/** Checks of the funnel room against R and against what must hold for all networks. */
@NullMarked
package org.hfsregistry.statistics.funnel;

import org.jspecify.annotations.NullMarked;
