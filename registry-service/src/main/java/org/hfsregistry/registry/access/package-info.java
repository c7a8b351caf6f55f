/**
 * Who asks, for which hospital, and how a request is turned down.
 *
 * <p>Owns: the caller, refused requests, parameters that take a vocabulary's terms. Doors: {@code oauth2} says who may do what,
 * {@code rest} answers problems. May use: {@code java..}, the contract's ids and codes. Never: a token.
 */
@NullMarked
package org.hfsregistry.registry.access;

import org.jspecify.annotations.NullMarked;
