/**
 * A network of hospitals and patients that are made up, and say so.
 *
 * <p>Owns: how large and how good its hospitals are, the courses of their patients, the flaws of their reports. Doors: {@link
 * org.hfsregistry.sample.synthetic.SyntheticNetwork}. May use: {@code sample}, the contract's codes. Never: the network, a
 * clock, chance without a fixed seed.
 */
@NullMarked
package org.hfsregistry.sample.synthetic;

import org.jspecify.annotations.NullMarked;
