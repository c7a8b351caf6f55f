package org.hfsregistry.contract.registered;

import java.time.Instant;
import org.hfsregistry.contract.outcome.Outcome;

/**
 * An outcome that counts, and how it came.
 *
 * @param submittedAt when intake took it
 * @param registeredAt when the registry applied it
 * @param submittedBy the client that sent it
 */
public record Reported<O extends Outcome>(
        O outcome, Position position, Instant submittedAt, Instant registeredAt, String submittedBy) {}
