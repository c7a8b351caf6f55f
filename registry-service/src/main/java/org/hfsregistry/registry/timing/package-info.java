/**
 * What the doors of one kind share: doing something every so often.
 *
 * <p>Owns: the thread, and that a failure ends nothing. For: the doors {@code timer}. May use: nothing. Never: what is done.
 */
@NullMarked
package org.hfsregistry.registry.timing;

import org.jspecify.annotations.NullMarked;
