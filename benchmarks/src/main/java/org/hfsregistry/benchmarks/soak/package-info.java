/**
 * Whether the whole stack holds a rate for minutes, with everybody there who looks on.
 *
 * <p>Owns: posting without end, who reads meanwhile, what each minute was like, which promises were kept. May use: {@code
 * running}, {@code client}, {@code lag}'s watching of an outcome's way. Never: a class of a service; a wait without a bound.
 */
@NullMarked
package org.hfsregistry.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
