package org.hfsregistry.access.token;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A caller with a good token, as Spring Security carries it through a request. Its credentials are that token, for whoever
 * relays a request to another service.
 */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final transient Object principal;
    private final transient Jwt token;
    private final transient @Nullable OidcIdToken signIn;

    CallerAuthentication(
            Caller caller,
            Object principal,
            Collection<? extends GrantedAuthority> scopes,
            Jwt token,
            @Nullable OidcIdToken signIn) {
        super(scopes);
        this.caller = caller;
        this.principal = principal;
        this.token = token;
        this.signIn = signIn;
        setAuthenticated(true);
    }

    /** The same caller, who has signed in in a browser. */
    public CallerAuthentication signedInBy(OidcIdToken idToken) {
        return new CallerAuthentication(caller, principal, getAuthorities(), token, idToken);
    }

    /** Who it is. */
    public Caller caller() {
        return caller;
    }

    /** When the token ends, where it says so. */
    public Optional<Instant> until() {
        return Optional.ofNullable(token.getExpiresAt());
    }

    /** By which the issuer knows the sign-in. */
    public Optional<OidcIdToken> signIn() {
        return Optional.ofNullable(signIn);
    }

    /** What to call whoever reads a page. */
    public String readersName() {
        return signIn().stream()
                .flatMap(known -> Stream.of(known.getFullName(), known.getPreferredUsername(), known.getSubject()))
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(caller.clientId());
    }

    @Override
    public Object getCredentials() {
        return token.getTokenValue();
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }
}
