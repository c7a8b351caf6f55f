package org.hfsregistry.intake.access;

/**
 * A hospital's client that may submit outcomes.
 *
 * @param hospitalId whose outcomes it submits
 * @param clientId which of the hospital's systems it is, for the audit
 */
public record Caller(String hospitalId, String clientId) {}
