/**
 * Accesses by HTTP: those that are made here, and {@code /v1/audit}, which shows them.
 *
 * <p>Owns: what of a request is noted. Door of: {@code audit}. May use: {@code access}, {@code paging}, Spring MVC and its
 * security. Never: an id out of a path, a body.
 */
@NullMarked
package org.hfsregistry.registry.audit.rest;

import org.jspecify.annotations.NullMarked;
