package org.hfsregistry.access.web;

import java.util.Collection;
import org.hfsregistry.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A caller with a good token, as Spring Security carries it through a request. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient Object principal;

    CallerAuthentication(Caller caller, Object principal, Collection<GrantedAuthority> scopes) {
        super(scopes);
        this.caller = caller;
        this.principal = principal;
        setAuthenticated(true);
    }

    Caller caller() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }
}
