/**
 * Reads the registry's collections once at the start.
 *
 * <p>A door: its types are package-private. May use: its room, the contract's JSON, MongoDB's driver. Never: another door.
 */
@NullMarked
package org.hfsregistry.analytics.feed.mongo;

import org.jspecify.annotations.NullMarked;
