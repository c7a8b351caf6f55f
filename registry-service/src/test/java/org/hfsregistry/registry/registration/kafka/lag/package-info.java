/** Watching the log. */
@NullMarked
package org.hfsregistry.registry.registration.kafka.lag;

import org.jspecify.annotations.NullMarked;
