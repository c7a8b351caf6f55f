/** Tests of the quality of data. */
@NullMarked
package org.hfsregistry.analytics.quality;

import org.jspecify.annotations.NullMarked;
