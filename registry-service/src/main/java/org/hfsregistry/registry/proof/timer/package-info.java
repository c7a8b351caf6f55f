/**
 * Has the history sealed every so often, and once more when the service stops.
 *
 * <p>Owns: when, and that the log and a metric tell of it. Door of: {@code proof}. May use: Spring's lifecycle, Micrometer. Never:
 * what is sealed.
 */
@NullMarked
package org.hfsregistry.registry.proof.timer;

import org.jspecify.annotations.NullMarked;
