package org.hfsregistry.registry.registration;

import java.util.OptionalLong;

/**
 * The right to follow a partition, until somebody else claims it.
 *
 * @param epoch goes up with every claim
 * @param next the offset to go on from; absent where the partition was never followed
 */
public record Claim(int partition, long epoch, OptionalLong next) {}
