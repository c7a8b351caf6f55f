/**
 * What waits for a pseudonym key, as health.
 *
 * <p>Owns: the health indicator {@code pseudonymKeys}. Door of: {@code registration}. May use: Spring Boot's health. Never:
 * decide what waits.
 */
@NullMarked
package org.hfsregistry.registry.registration.health;

import org.jspecify.annotations.NullMarked;
