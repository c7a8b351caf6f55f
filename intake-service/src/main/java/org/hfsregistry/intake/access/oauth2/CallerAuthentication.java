package org.hfsregistry.intake.access.oauth2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** What a valid token says: a caller, if it names a hospital, and the scopes. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    /** The authority of a token that names a hospital. */
    static final String OF_A_HOSPITAL = "OF_A_HOSPITAL";

    private static final JwtGrantedAuthoritiesConverter SCOPES = new JwtGrantedAuthoritiesConverter();

    private final transient Object principal;

    private CallerAuthentication(Object principal, Collection<GrantedAuthority> authorities) {
        super(authorities);
        this.principal = principal;
        setAuthenticated(true);
    }

    static CallerAuthentication of(Jwt token) {
        List<GrantedAuthority> authorities = new ArrayList<>(SCOPES.convert(token));
        Optional<String> hospital = Optional.ofNullable(token.getClaimAsString(Claim.HOSPITAL_ID))
                .filter(id -> Outcome.HOSPITAL_ID.matcher(id).matches());
        hospital.ifPresent(id -> authorities.add(new SimpleGrantedAuthority(OF_A_HOSPITAL)));
        String client = client(token);
        return new CallerAuthentication(
                hospital.<Object>map(id -> new Caller(id, client)).orElse(client), authorities);
    }

    private static String client(Jwt token) {
        return Stream.of("client_id", "azp", "sub")
                .map(token::getClaimAsString)
                .filter(claim -> claim != null && !claim.isBlank())
                .findFirst()
                .orElse("unnamed");
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
