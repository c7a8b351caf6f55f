/**
 * What lies in the store and in the log, whoever may ask for it.
 *
 * <p>Owns: looking through every collection ({@link org.hfsregistry.faults.store.SearchStore}) and through the treatments' topic
 * ({@link org.hfsregistry.faults.store.SearchLog}). May use: MongoDB's driver, Kafka's client. Never: a change; what it means.
 */
@NullMarked
package org.hfsregistry.faults.store;

import org.jspecify.annotations.NullMarked;
