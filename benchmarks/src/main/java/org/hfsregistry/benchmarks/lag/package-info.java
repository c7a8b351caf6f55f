/**
 * How long it takes from posting an outcome until a number of analytics reckons with it, with all services running.
 *
 * <p>Owns: posting at a steady rate, watching the published treatments and analytics' answers. May use: {@code running}, {@code
 * client}, Kafka's client. Never: a class of a service; an outcome that is not waited for.
 */
@NullMarked
package org.hfsregistry.benchmarks.lag;

import org.jspecify.annotations.NullMarked;
