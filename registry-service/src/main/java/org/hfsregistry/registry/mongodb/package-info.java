/**
 * How the registry's values stand in MongoDB, for the {@code mongo} doors of all rooms.
 *
 * <p>Owns: the database with its write concern and timeouts; positions, places and outcomes as BSON. Doors: none. May use:
 * the driver, {@code arrival}, the contract. Never: a collection; each belongs to the door of its room.
 */
@NullMarked
package org.hfsregistry.registry.mongodb;

import org.jspecify.annotations.NullMarked;
