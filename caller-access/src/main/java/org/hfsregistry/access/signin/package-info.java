/**
 * People sign in and out at a service's pages.
 *
 * <p>Owns: the way to the issuer and back, the session, what a page has to send with a change, who reads a page. Of {@code access}.
 * May use: {@code token}, {@code refusal}, Spring Security, Spring MVC, Jackson. Never: another right for a person than for a client
 * with the same token, a token in the log or in a browser.
 */
@NullMarked
package org.hfsregistry.access.signin;

import org.jspecify.annotations.NullMarked;
