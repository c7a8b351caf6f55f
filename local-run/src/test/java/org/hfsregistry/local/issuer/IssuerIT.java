package org.hfsregistry.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.contract.caller.Scope;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.FreePorts;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerIT {

    @TempDir
    private static Path folder;

    private static final Addresses ADDRESSES = FreePorts.addresses();
    private static final URI ADDRESS = ADDRESSES.of(Server.ISSUER);

    private static RunFolder run;
    private static Issuer issuer;

    @BeforeAll
    static void start() {
        run = new RunFolder(folder);
        issuer = Issuer.start(ADDRESSES, run.keys());
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void a_hospitals_token_names_it_and_lets_it_submit_read_and_erase() throws Exception {
        JWTClaimsSet claims = verified(tokens().hospital("h-01"));

        assertThat(claims.getStringClaim(Claim.HOSPITAL_ID)).isEqualTo("h-01");
        assertThat(scopes(claims)).containsExactlyInAnyOrder(Scope.SUBMIT, Scope.READ_RECORDS, Scope.ERASE_RECORDS);
        assertThat(claims.getStringClaim("client_id")).isEqualTo("local-run");
        assertThat(claims.getIssuer()).isEqualTo(ADDRESS.toString());
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void a_researchers_token_names_no_hospital() throws Exception {
        JWTClaimsSet claims = verified(tokens().researcher());

        assertThat(claims.getClaim(Claim.HOSPITAL_ID)).isNull();
        assertThat(scopes(claims)).containsExactly(Scope.READ_STATISTICS);
    }

    @Test
    void an_admins_token_has_the_admins_scope() throws Exception {
        assertThat(scopes(verified(tokens().admin()))).containsExactly(Scope.ADMIN);
    }

    @Test
    void whoever_does_not_know_the_secret_gets_none() {
        assertThatThrownBy(() -> new BearerTokens(ADDRESS, "guessed").admin())
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("401");
    }

    @Test
    void the_keys_are_their_owners_only_and_the_same_at_the_next_start() throws Exception {
        tokens().admin();
        assertThat(run.keys().signInPassword()).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        List<Path> files = List.of(
                run.keys().pseudonymKey(),
                folder.resolve("keys/client.secret"),
                folder.resolve("keys/issuer.key"),
                folder.resolve("keys/pages.secret"),
                folder.resolve("keys/sign-in.password"));

        for (Path file : files) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(run.keys().signInPassword())
                .isEqualTo(new RunFolder(folder).keys().signInPassword());
        assertThat(run.keys().clientSecret())
                .isEqualTo(new RunFolder(folder).keys().clientSecret());
        assertThat(run.keys().issuerKey().getPublic())
                .isEqualTo(new RunFolder(folder).keys().issuerKey().getPublic());
    }

    private static BearerTokens tokens() {
        return new BearerTokens(ADDRESS, run.keys().clientSecret());
    }

    private static List<String> scopes(JWTClaimsSet claims) throws Exception {
        return List.of(claims.getStringClaim("scope").split(" "));
    }

    private static JWTClaimsSet verified(String token) throws Exception {
        JWKSet keys =
                JWKSet.parse(LocalHttp.get(ADDRESS.resolve("/oauth2/jwks")).text());
        SignedJWT jwt = SignedJWT.parse(token);
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return jwt.getJWTClaimsSet();
    }
}
