/** Tests of charts. */
@NullMarked
package org.hfsregistry.analytics.chart;

import org.jspecify.annotations.NullMarked;
