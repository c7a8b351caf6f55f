/** What is frozen, in a real store. */
@NullMarked
package org.hfsregistry.analytics.frozen.mongo;

import org.jspecify.annotations.NullMarked;
