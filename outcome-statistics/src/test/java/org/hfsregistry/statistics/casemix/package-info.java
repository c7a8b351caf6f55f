/** Checks of the casemix room against R and against what must hold for all data. */
@NullMarked
package org.hfsregistry.statistics.casemix;

import org.jspecify.annotations.NullMarked;
