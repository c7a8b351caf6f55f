/**
 * Runs the feed as long as the service lives, and tells health and metrics how far it is.
 *
 * <p>A door: its types are package-private. May use: its room, Spring's lifecycle, the actuator, Micrometer. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.feed.process;

import org.jspecify.annotations.NullMarked;
