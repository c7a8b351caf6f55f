package org.hfsregistry.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.access.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenCallersTest {

    @Test
    void reads_hospital_client_and_scopes() {
        assertThat(caller(Map.of("hospital_id", "h-01", "client_id", "his", "sub", "s", "scope", "a.b c.d")))
                .isEqualTo(new Caller(Optional.of("h-01"), "his", Set.of("a.b", "c.d")));
    }

    @Test
    void reads_scopes_that_come_as_a_list_and_none_where_there_are_none() {
        assertThat(caller(Map.of("sub", "s", "scope", List.of("a", "b"))).scopes())
                .containsExactlyInAnyOrder("a", "b");
        assertThat(caller(Map.of("sub", "s", "scope", "")).scopes()).isEmpty();
        assertThat(caller(Map.of("sub", "s")).scopes()).isEmpty();
    }

    @Test
    void names_the_client_by_the_claim_that_says_most() {
        assertThat(caller(Map.of("azp", "portal", "sub", "s")).clientId()).isEqualTo("portal");
        assertThat(caller(Map.of("client_id", " ", "sub", "s")).clientId()).isEqualTo("s");
        assertThat(caller(Map.of("scope", "a")).clientId()).isEqualTo("unnamed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h/01", "123456789012345678901234567890123"})
    void what_can_not_be_a_hospital_is_none(String id) {
        assertThat(caller(Map.of("hospital_id", id, "sub", "s")).hospitalId()).isEmpty();
    }

    @Test
    void the_principal_is_what_the_service_calls_its_callers() {
        CallerAuthentication known = new TokenCallers(Caller::clientId).convert(token(Map.of("sub", "s")));

        assertThat(known.getPrincipal()).isEqualTo("s");
        assertThat(known.isAuthenticated()).isTrue();
        assertThat(known.getCredentials()).isEqualTo("signed");
    }

    private static Caller caller(Map<String, Object> claims) {
        return new TokenCallers(caller -> caller).convert(token(claims)).caller();
    }

    private static Jwt token(Map<String, Object> claims) {
        return Jwt.withTokenValue("signed")
                .header("alg", "RS256")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
