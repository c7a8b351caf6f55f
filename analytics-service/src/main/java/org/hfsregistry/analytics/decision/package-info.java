/**
 * What is shown of the people that statistics count.
 *
 * <p>Owns: which figures are told of operations and of sessions, that all of one kind are decided together, and where
 * curves end. Doors: none. May use: {@code measure}, {@code question}, {@code disclosure}, {@code
 * inference}. Never: a rate, a field.
 */
@NullMarked
package org.hfsregistry.analytics.decision;

import org.jspecify.annotations.NullMarked;
