/**
 * What is done to the parts, and when.
 *
 * <p>Owns: the plan of faults, drawn from a seed, and its course. Doors: {@link org.hfsregistry.faults.fault.InflictFaults}. May
 * use: {@code deployed}. Never: what hospitals send, or what is checked.
 */
@NullMarked
package org.hfsregistry.faults.fault;

import org.jspecify.annotations.NullMarked;
