/**
 * Intake: takes outcomes from hospitals, checks and pseudonymises them, and publishes them.
 *
 * <p>Owns: the application that the rooms are started by. Rooms: {@code access} (who calls), {@code pseudonym} (patients
 * become pseudonyms), {@code submission} (outcomes become events), {@code batch} (streams of
 * them), {@code bundle} (those that come together), {@code page} (where a person submits a file), {@code http} (what doors to
 * the outside share). Never: state of its
 * own; Kafka is where an outcome is kept.
 */
@NullMarked
package org.hfsregistry.intake;

import org.jspecify.annotations.NullMarked;
