/**
 * What a service's JVM carries in a local run, packed as a Java agent of its own.
 *
 * <p>Owns: that no service outlives the run. Doors: {@link org.hfsregistry.local.leash.Leash}. May use: {@code java..}.
 * Never: anything else of this module, for the service's class path would get it.
 */
@NullMarked
package org.hfsregistry.local.leash;

import org.jspecify.annotations.NullMarked;
