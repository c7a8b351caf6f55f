package org.hfsregistry.access.token;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.access.Caller;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.contract.outcome.Outcome;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** Reads callers from valid tokens. */
public final class TokenCallers implements Converter<Jwt, CallerAuthentication> {

    private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();
    private final Function<Caller, ?> principal;

    /** Known to the service by what this makes of them. */
    public TokenCallers(Function<Caller, ?> principal) {
        this.principal = principal;
        this.scopes.setAuthorityPrefix("");
    }

    @Override
    public CallerAuthentication convert(Jwt token) {
        Collection<GrantedAuthority> granted = scopes.convert(token);
        Caller caller = new Caller(
                hospital(token),
                client(token),
                granted.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toUnmodifiableSet()));
        return new CallerAuthentication(caller, principal.apply(caller), granted, token, null);
    }

    private static Optional<String> hospital(Jwt token) {
        return Optional.ofNullable(token.getClaimAsString(Claim.HOSPITAL_ID))
                .filter(id -> Outcome.HOSPITAL_ID.matcher(id).matches());
    }

    private static String client(Jwt token) {
        return Stream.of("client_id", "azp", "sub")
                .map(token::getClaimAsString)
                .filter(claim -> claim != null && !claim.isBlank())
                .findFirst()
                .orElse("unnamed");
    }
}
