package org.hfsregistry.registry.access.oauth2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** What a valid token says: the caller and the scopes. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    /** The authority of a token that names a hospital. */
    static final String OF_A_HOSPITAL = "OF_A_HOSPITAL";

    private static final JwtGrantedAuthoritiesConverter SCOPES = new JwtGrantedAuthoritiesConverter();

    private final transient Caller caller;

    private CallerAuthentication(Caller caller, Collection<GrantedAuthority> authorities) {
        super(authorities);
        this.caller = caller;
        setAuthenticated(true);
    }

    static CallerAuthentication of(Jwt token) {
        List<GrantedAuthority> authorities = new ArrayList<>(SCOPES.convert(token));
        Optional<String> hospital = Optional.ofNullable(token.getClaimAsString(Claim.HOSPITAL_ID))
                .filter(id -> Outcome.HOSPITAL_ID.matcher(id).matches());
        hospital.ifPresent(_ -> authorities.add(new SimpleGrantedAuthority(OF_A_HOSPITAL)));
        boolean admin = authorities.stream().anyMatch(scope -> AccessRules.ADMIN.equals(scope.getAuthority()));
        return new CallerAuthentication(new Caller(hospital, admin), authorities);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }
}
