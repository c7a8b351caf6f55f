/**
 * Which operations wait for their assessment a year after, and until when.
 *
 * <p>Owns: the states of such an operation, by the window of {@code mvd-success}. Doors: {@code rest} shows a hospital its own.
 * May use: {@code treatment}, {@code access}, the contract's outcomes. Never: decide what counts.
 */
@NullMarked
package org.hfsregistry.registry.followup;

import org.jspecify.annotations.NullMarked;
