/**
 * How fast analytics shows its pages over many treatments, to many readers.
 *
 * <p>Owns: what is published in the registry's place, which pages are asked for, when, and how long each took. May use: {@code
 * running}, {@code client}, {@code analytics}' made-up treatments, the contract, Kafka's client. Never: a class of a service.
 */
@NullMarked
package org.hfsregistry.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
