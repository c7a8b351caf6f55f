/**
 * Reads the audiences' k from the configuration.
 *
 * <p>A door: its types are package-private. May use: its room, Spring Boot's configuration. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.disclosure.settings;

import org.jspecify.annotations.NullMarked;
