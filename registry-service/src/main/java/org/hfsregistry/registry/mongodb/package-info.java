/**
 * How the registry's values stand in MongoDB, for the {@code mongo} doors of all rooms.
 *
 * <p>Owns: the database with its write concern and timeouts; positions, places and outcomes as BSON; which version of the
 * schema a database has, and the collection {@code schema} that says so. Doors: none. May use: the driver, {@code arrival},
 * the contract. Never: any other collection; each belongs to the door of its room, and so do its indexes.
 */
@NullMarked
package org.hfsregistry.registry.mongodb;

import org.jspecify.annotations.NullMarked;
