/**
 * Who asks.
 *
 * <p>Owns: which caller is which audience. Doors: {@code security} reads bearer tokens. May use: {@code disclosure}, the
 * contract's claims and scopes. Never: a number.
 */
@NullMarked
package org.hfsregistry.analytics.access;

import org.jspecify.annotations.NullMarked;
