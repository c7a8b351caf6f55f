/**
 * Answers what goes wrong in a request as a problem (RFC 9457) with a code.
 *
 * <p>Owns: the form of a problem. Door of: {@code access}. May use: Spring MVC. Never: an exception's own words for a bug.
 */
@NullMarked
package org.hfsregistry.registry.access.rest;

import org.jspecify.annotations.NullMarked;
