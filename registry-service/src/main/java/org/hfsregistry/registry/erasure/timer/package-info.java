/**
 * Has the topic told once more what was erased, when the time has come.
 *
 * <p>Owns: when. Door of: {@code erasure}. May use: Spring's lifecycle, {@code timing}. Never: of whom.
 */
@NullMarked
package org.hfsregistry.registry.erasure.timer;

import org.jspecify.annotations.NullMarked;
