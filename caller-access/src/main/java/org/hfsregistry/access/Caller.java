package org.hfsregistry.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request, as its token tells. It exists so that a token is read in one place.
 *
 * @param hospitalId the hospital that the caller acts for
 * @param clientId which system or person it is, for the audit
 * @param scopes what the token lets it do
 */
public record Caller(Optional<String> hospitalId, String clientId, Set<String> scopes) {

    /** Takes a copy. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the token has this scope. */
    public boolean may(String scope) {
        return scopes.contains(scope);
    }
}
