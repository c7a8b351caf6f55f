/**
 * What has to be there, what is there, and how the two differ.
 *
 * <p>Owns: a reckoning of the record, the patients and the numbers out of what was acknowledged, which knows nothing of the
 * services' code. Doors: {@link org.hfsregistry.faults.check.CompareRecords}. May use: {@code load} for what was said, local-run's
 * HTTP. Never: the store or a class of a service; what can't be asked for, it does not see.
 */
@NullMarked
package org.hfsregistry.faults.check;

import org.jspecify.annotations.NullMarked;
