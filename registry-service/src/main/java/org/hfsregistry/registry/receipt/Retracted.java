package org.hfsregistry.registry.receipt;

import org.hfsregistry.contract.registered.Position;

/**
 * That an outcome must not count.
 *
 * @param by the outcomeId of the retraction that said so first
 * @param revision of that retraction
 * @param position of that retraction
 */
public record Retracted(String by, int revision, Position position) {}
