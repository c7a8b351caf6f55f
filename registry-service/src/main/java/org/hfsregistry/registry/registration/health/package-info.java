/**
 * What waits for a pseudonym key, and whether the log is the one that was followed, as health.
 *
 * <p>Owns: the health indicators {@code pseudonymKeys} and {@code logPartitions}. Door of: {@code registration}. May use: Spring Boot's health. Never:
 * decide what waits.
 */
@NullMarked
package org.hfsregistry.registry.registration.health;

import org.jspecify.annotations.NullMarked;
