package org.hfsregistry.analytics.access;

import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.contract.caller.Scope;

/**
 * Who sent a request, as far as numbers are concerned. It exists so that the audience is found in one place.
 *
 * @param hospital the hospital that the caller acts for
 * @param client which system or person it is, for the log
 */
public record Caller(Set<String> scopes, Optional<String> hospital, String client) {

    /** Somebody without a token. */
    public static final Caller ANYBODY = new Caller(Set.of(), Optional.empty(), "anybody");

    /** Takes a copy. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it is a hospital, a researcher or an admin, and not just anybody. */
    public boolean isKnown() {
        return hospital.isPresent() || isResearcher() || scopes.contains(Scope.ADMIN);
    }

    /** Whether it is shown what researchers are. */
    public boolean isResearcher() {
        return scopes.contains(Scope.READ_STATISTICS);
    }

    /** Whether it may name a hospital whose own numbers it gets. */
    public boolean isAdmin() {
        return scopes.contains(Scope.ADMIN);
    }

    /** The same caller as if it acted for a hospital. */
    public Caller actingFor(String other) {
        return new Caller(scopes, Optional.of(other), client);
    }

    /** The audience that the caller belongs to. */
    public Audience audience(Thresholds thresholds) {
        return thresholds.forCaller(isResearcher(), hospital, isAdmin());
    }
}
