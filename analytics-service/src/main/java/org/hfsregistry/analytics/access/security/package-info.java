/**
 * Bearer tokens: none is everybody, a bad one is refused.
 *
 * <p>A door: its types are package-private. May use: its room, Spring Security. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.access.security;

import org.jspecify.annotations.NullMarked;
