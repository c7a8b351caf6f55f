/**
 * Has old accesses forgotten every so often.
 *
 * <p>Owns: when, and for how long they are kept. Door of: {@code audit}. May use: Spring's lifecycle, {@code timing}. Never:
 * which ones.
 */
@NullMarked
package org.hfsregistry.registry.audit.timer;

import org.jspecify.annotations.NullMarked;
