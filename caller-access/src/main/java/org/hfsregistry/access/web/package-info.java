/**
 * Lets clients in by their OAuth2 bearer tokens and people by a sign-in, and tells everybody else why not.
 *
 * <p>Owns: how a token becomes a caller; sign-in, session and sign-out at a service's pages; the answers 401, 403, 404 and 503
 * of a service that has not looked at the request itself. Door of: {@code access}. May use: Spring Security, Spring MVC,
 * Jackson, the contract's names of claims. Never: another right for a person than for a client with the same token, a token
 * in the log or in a browser.
 */
@NullMarked
package org.hfsregistry.access.web;

import org.jspecify.annotations.NullMarked;
