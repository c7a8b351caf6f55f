/**
 * Answers what goes wrong in a request as a problem (RFC 9457) with a code.
 *
 * <p>Owns: the form of a problem, also of what Tomcat and the filters refuse; that unknown parameters are refused. Door of:
 * {@code access}. May use: Spring MVC, Spring's firewall, Tomcat. Never: an exception's own words for a bug.
 */
@NullMarked
package org.hfsregistry.registry.access.rest;

import org.jspecify.annotations.NullMarked;
