/** Reading the store and following the log. */
@NullMarked
package org.hfsregistry.analytics.feed;

import org.jspecify.annotations.NullMarked;
