/**
 * A whole registry on this machine, each part of which is a process of its own.
 *
 * <p>Owns: the parts, their life and death, and where they are found. Doors: {@link
 * org.hfsregistry.faults.deployed.Deployment}. May use: local-run, embedded-platform. Never: when a part dies, or why.
 */
@NullMarked
package org.hfsregistry.faults.deployed;

import org.jspecify.annotations.NullMarked;
