/** Checks of the kernel as a whole: what it may use, and the reading of R's tables. */
@NullMarked
package org.hfsregistry.statistics;

import org.jspecify.annotations.NullMarked;
