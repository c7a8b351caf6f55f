package org.hfsregistry.analytics.access.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.access.Caller;
import org.hfsregistry.analytics.access.Callers;
import org.hfsregistry.contract.caller.Claim;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Reads the caller from the bearer token. */
@Component
final class TokenCallers implements Callers {

    @Override
    public Caller current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? caller(token.getToken())
                : Caller.ANYBODY;
    }

    private static Caller caller(Jwt token) {
        String scopes = Optional.ofNullable(token.getClaimAsString("scope")).orElse("");
        return new Caller(
                Set.copyOf(List.of(scopes.split(" ", -1))),
                Optional.ofNullable(token.getClaimAsString(Claim.HOSPITAL_ID)));
    }
}
