package org.hfsregistry.registry.receipt;

import org.hfsregistry.contract.registered.Position;

/**
 * Which arrival of an outcome counts: the one thing that a hospital must be able to trust, whatever it sent afterwards.
 *
 * @param revision of the outcome
 * @param position of the arrival that brought it
 */
public record Counting(int revision, Position position) {}
