/** Tests of complications against the definition, and of what is told of them. */
@NullMarked
package org.hfsregistry.analytics.complication;

import org.jspecify.annotations.NullMarked;
