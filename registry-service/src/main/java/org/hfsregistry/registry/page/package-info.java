/**
 * What a hospital's people see of its records, without words.
 *
 * <p>Owns: what lies on the desk and how much of it is counted, what a treatment is shown with, what is said beside a quarantined
 * arrival. Doors: {@code web} (the pages by HTTP, their templates and words). May use: {@code treatment}, {@code history},
 * {@code followup}, {@code quarantine}, {@code receipt}. Never: another hospital's records, a rule of what counts.
 */
@NullMarked
package org.hfsregistry.registry.page;

import org.jspecify.annotations.NullMarked;
