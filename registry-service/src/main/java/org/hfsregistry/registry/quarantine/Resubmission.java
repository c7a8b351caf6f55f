package org.hfsregistry.registry.quarantine;

import java.time.Instant;
import org.hfsregistry.contract.registered.Position;

/**
 * That a quarantined arrival was submitted again, and as what; which may be another outcome than the one that it was.
 *
 * @param quarantinedId the id of the quarantined arrival
 * @param position where in the log it was put
 * @param by the client that asked for it
 */
public record Resubmission(
        String quarantinedId, String outcomeId, int revision, Position position, Instant at, String by) {}
