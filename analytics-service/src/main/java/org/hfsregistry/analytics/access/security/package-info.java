/**
 * Bearer tokens: none is everybody, a bad one is refused.
 *
 * <p>A door: its types are package-private. Owns: that all is open; what a caller is called here. May use: its room,
 * caller-access, Spring Security's context. Never: another door, a token.
 */
@NullMarked
package org.hfsregistry.analytics.access.security;

import org.jspecify.annotations.NullMarked;
