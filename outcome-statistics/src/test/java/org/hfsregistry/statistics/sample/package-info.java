/** Checks of the sample room against R and against what must hold for all data. */
@NullMarked
package org.hfsregistry.statistics.sample;

import org.jspecify.annotations.NullMarked;
