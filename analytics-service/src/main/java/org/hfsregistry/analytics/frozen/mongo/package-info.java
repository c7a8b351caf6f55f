/**
 * Snapshots in MongoDB.
 *
 * <p>A door: its types are package-private. Owns: the collections {@code snapshots} and {@code snapshot_answers}, insert-only; they
 * are all that analytics writes. May use: its room, {@code cohort}, {@code question}, {@code statistic}, MongoDB's driver. Never:
 * another door, an update, a deletion, a collection of the registry.
 */
@NullMarked
package org.hfsregistry.analytics.frozen.mongo;

import org.jspecify.annotations.NullMarked;
