/** Tests of what a hospital is told to be missing. */
@NullMarked
package org.hfsregistry.analytics.missing;

import org.jspecify.annotations.NullMarked;
