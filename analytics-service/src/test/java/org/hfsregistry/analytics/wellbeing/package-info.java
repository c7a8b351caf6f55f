/** Tests of quality of life against the definition, and of what is told of it. */
@NullMarked
package org.hfsregistry.analytics.wellbeing;

import org.jspecify.annotations.NullMarked;
