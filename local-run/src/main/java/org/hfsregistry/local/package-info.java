/**
 * The whole registry on one machine, for trying it out and for its end-to-end test.
 *
 * <p>Owns: the command {@code registry}. Doors: {@code command}. May use: the embedded platform, the contract, the
 * services' jars as processes. Never: a class of a service.
 */
@NullMarked
package org.hfsregistry.local;

import org.jspecify.annotations.NullMarked;
