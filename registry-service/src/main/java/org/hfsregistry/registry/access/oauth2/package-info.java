/**
 * Lets hospitals and the registry's own staff in by their OAuth2 tokens, and tells everybody else why not.
 *
 * <p>Owns: which request needs which scope and claim; the answers 401 and 403. Door of: {@code access}. May use: Spring
 * Security, Jackson, the contract's names of claims and scopes. Never: a session, a token in the log.
 */
@NullMarked
package org.hfsregistry.registry.access.oauth2;

import org.jspecify.annotations.NullMarked;
