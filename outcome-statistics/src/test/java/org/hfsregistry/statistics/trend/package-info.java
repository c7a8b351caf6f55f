/** Checks of the trend room against R and against what must hold for all data. */
@NullMarked
package org.hfsregistry.statistics.trend;

import org.jspecify.annotations.NullMarked;
