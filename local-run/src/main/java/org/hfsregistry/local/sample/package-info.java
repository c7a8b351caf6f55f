/**
 * Outcomes for trying the registry out: the papers' series as hospitals, and a network that is made up.
 *
 * <p>Owns: which outcomes they are, the same on every machine and at every call, and how many of them intake is to
 * refuse. Doors: {@link org.hfsregistry.local.sample.Sample}. May use: the contract's codes, Jackson for writing rows.
 * Never: the network, a clock, a file outside this module.
 */
@NullMarked
package org.hfsregistry.local.sample;

import org.jspecify.annotations.NullMarked;
