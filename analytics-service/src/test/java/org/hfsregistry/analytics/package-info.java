/** The service as a whole: its house rules, and its answers over HTTP. */
@NullMarked
package org.hfsregistry.analytics;

import org.jspecify.annotations.NullMarked;
