/**
 * Saves the columns to a file in a folder of this machine, and takes them from there.
 *
 * <p>A door: its types are package-private. Owns: the file's form, when it is written, when it is too old. May use: its room,
 * {@code cohort}. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.feed.file;

import org.jspecify.annotations.NullMarked;
