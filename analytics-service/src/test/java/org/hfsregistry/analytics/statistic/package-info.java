/** Answers against the definitions. */
@NullMarked
package org.hfsregistry.analytics.statistic;

import org.jspecify.annotations.NullMarked;
