/**
 * What lies in the store, whoever may ask for it.
 *
 * <p>Owns: looking through every collection. Doors: {@link org.hfsregistry.faults.store.SearchStore}. May use: MongoDB's driver.
 * Never: a change; what it means.
 */
@NullMarked
package org.hfsregistry.faults.store;

import org.jspecify.annotations.NullMarked;
