package org.hfsregistry.analytics.access.security;

import org.hfsregistry.analytics.access.Caller;
import org.hfsregistry.analytics.access.Callers;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Takes the caller that the bearer token named. */
@Component
final class TokenCallers implements Callers {

    @Override
    public Caller current() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller ? caller : Caller.ANYBODY;
    }
}
