/**
 * A whole run: load, faults, drain, check, account.
 *
 * <p>Owns: the order of these, and that each run shows that it could have failed. Doors: {@link
 * org.hfsregistry.faults.run.FaultRun}. May use: the other rooms but {@code command}. Never: options, exit codes.
 */
@NullMarked
package org.hfsregistry.faults.run;

import org.jspecify.annotations.NullMarked;
