/**
 * The one command that measures what docs/performance.md says.
 *
 * <p>Owns: which benchmark is run. Doors: {@link org.hfsregistry.benchmarks.Benchmarks}. May use: the packages beneath.
 * Never: a figure that is not measured in the run that prints it.
 */
@NullMarked
package org.hfsregistry.benchmarks;

import org.jspecify.annotations.NullMarked;
