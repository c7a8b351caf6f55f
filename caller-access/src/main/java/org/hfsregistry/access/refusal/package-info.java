/**
 * How a service answers who is not let in, and what Spring MVC refuses of a request.
 *
 * <p>Owns: the reasons 400, 401, 403, 404, 405, 406, 415 and 503 of a service that has not looked at the request itself, as
 * problems (RFC 9457) for clients and as plain pages for people. Of {@code access}. May use: Spring Security, Spring MVC, Tomcat,
 * Jackson. Never: a value that was sent.
 */
@NullMarked
package org.hfsregistry.access.refusal;

import org.jspecify.annotations.NullMarked;
