package org.hfsregistry.intake.submission;

import java.time.Instant;
import org.hfsregistry.contract.outcome.Outcome;

/**
 * A hospital submitted an outcome that has no fault.
 *
 * @param clientId which of the hospital's systems did
 */
public record OutcomeSubmitted(Outcome outcome, String clientId, Instant at) {}
