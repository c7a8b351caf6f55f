/** Checks of the monitoring room against R and against what must hold for all data. */
@NullMarked
package org.hfsregistry.statistics.monitoring;

import org.jspecify.annotations.NullMarked;
