/**
 * An OAuth2 issuer for trying the registry out on one machine.
 *
 * <p>Owns: who gets which claim and scopes here, the page where people sign in, and asking for tokens. Doors: {@link org.hfsregistry.local.issuer.Issuer},
 * {@link org.hfsregistry.local.issuer.BearerTokens}. May use: Spring Authorization Server; {@code run}, {@code http}. Never:
 * another address than the loopback one, for whoever knows the secret or the password in the data folder gets any token.
 */
@NullMarked
package org.hfsregistry.local.issuer;

import org.jspecify.annotations.NullMarked;
