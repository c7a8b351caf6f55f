/** Tests of monitoring a hospital's own operations. */
@NullMarked
package org.hfsregistry.analytics.monitoring;

import org.jspecify.annotations.NullMarked;
