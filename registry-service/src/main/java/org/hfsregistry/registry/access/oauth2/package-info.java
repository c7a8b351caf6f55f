/**
 * Lets hospitals and the registry's own staff in by their OAuth2 tokens.
 *
 * <p>Owns: which request needs which scope; what a caller is called here. Door of: {@code access}. May use: caller-access,
 * the contract's names of scopes. Never: a token, which caller-access reads.
 */
@NullMarked
package org.hfsregistry.registry.access.oauth2;

import org.jspecify.annotations.NullMarked;
