/**
 * The servers behind a test or a run: a Kafka broker and a MongoDB or a server that speaks like one.
 *
 * <p>Owns: which server is taken and why, its life, and the line in the log that says so.
 *
 * <p>Doors: {@link org.hfsregistry.platform.Platform}, {@link org.hfsregistry.platform.ServerProcess}. May use: its
 * rooms kafka, mongodb and machine. Never: topics, collections or types of the registry; Spring.
 */
@NullMarked
package org.hfsregistry.platform;

import org.jspecify.annotations.NullMarked;
