/**
 * Lets hospitals in: their clients by OAuth2 tokens, their people by a sign-in.
 *
 * <p>Owns: which request needs which scope; what a caller is called here. Door of: {@code access}. May use: caller-access,
 * the contract's names of scopes. Never: a token, which caller-access reads.
 */
@NullMarked
package org.hfsregistry.intake.access.oauth2;

import org.jspecify.annotations.NullMarked;
