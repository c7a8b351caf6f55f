/**
 * Kills the parts of a registry while hospitals submit, and checks what is left.
 *
 * <p>Owns: what "acknowledged means kept, and counted once" is shown by: random load, faults at random moments, and a reckoning
 * of what has to be there that knows nothing of the services' code. Doors: the rooms {@code command} for people and {@code run}
 * for tests. May use: local-run's processes, issuer and HTTP, the embedded servers, the contract's topics. Never: a class of a
 * service; anything but HTTP and the log to look at what is there.
 */
@NullMarked
package org.hfsregistry.faults;

import org.jspecify.annotations.NullMarked;
