/**
 * Has what is in quarantine counted every so often, published, and shown as gauges.
 *
 * <p>Owns: when, and the gauges. Door of: {@code quarantine}. May use: Spring's lifecycle, Micrometer. Never: what is counted.
 */
@NullMarked
package org.hfsregistry.registry.quarantine.timer;

import org.jspecify.annotations.NullMarked;
