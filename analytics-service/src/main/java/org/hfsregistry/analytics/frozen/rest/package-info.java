/**
 * Snapshots over HTTP: made by an admin, listed and read by everybody.
 *
 * <p>A door: its types are package-private. May use: its room, {@code access}, {@code cohort}, {@code question}, Spring MVC, Jackson,
 * the contract's topics. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.frozen.rest;

import org.jspecify.annotations.NullMarked;
