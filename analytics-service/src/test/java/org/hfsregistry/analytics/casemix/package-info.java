/** Tests of case mix against the definition, and of what is told of it. */
@NullMarked
package org.hfsregistry.analytics.casemix;

import org.jspecify.annotations.NullMarked;
