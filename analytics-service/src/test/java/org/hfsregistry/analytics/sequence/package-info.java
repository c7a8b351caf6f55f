/** Tests of what follows on injections. */
@NullMarked
package org.hfsregistry.analytics.sequence;

import org.jspecify.annotations.NullMarked;
