/**
 * What is missing of a hospital's treatments.
 *
 * <p>Owns: which assessments wait or were missed, which traits were not said, of how many treatments. Doors: none. May use:
 * {@code cohort}, {@code measure}, {@code treatment}. Never: another hospital's treatments, an audience.
 */
@NullMarked
package org.hfsregistry.analytics.missing;

import org.jspecify.annotations.NullMarked;
