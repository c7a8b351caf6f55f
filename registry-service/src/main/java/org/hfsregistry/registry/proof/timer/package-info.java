/**
 * Has the history sealed every so often, and once more when the service stops.
 *
 * <p>Owns: when, and that the log tells of it. Door of: {@code proof}. May use: Spring's lifecycle. Never: what is sealed.
 */
@NullMarked
package org.hfsregistry.registry.proof.timer;

import org.jspecify.annotations.NullMarked;
