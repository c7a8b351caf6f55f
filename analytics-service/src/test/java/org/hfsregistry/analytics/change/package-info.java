/** Tests of telling that numbers have changed. */
@NullMarked
package org.hfsregistry.analytics.change;

import org.jspecify.annotations.NullMarked;
