/**
 * Lets callers in by their OAuth2 bearer tokens, and tells everybody else why not.
 *
 * <p>Owns: how a token becomes a caller; the answers 401, 403, 404 and 503 of a service that has not looked at the request
 * itself. Door of: {@code access}. May use: Spring Security, Spring MVC, Jackson, the contract's names of claims. Never: a
 * session, a token in the log.
 */
@NullMarked
package org.hfsregistry.access.web;

import org.jspecify.annotations.NullMarked;
