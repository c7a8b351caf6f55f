package org.hfsregistry.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Keys;
import org.hfsregistry.local.run.PagesClient;
import org.hfsregistry.local.run.Server;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Spring Authorization Server with two clients: the command line on this machine, and the pages of the services. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SignInOfPeople.class)
class IssuerApplication {

    private static final Duration VALID = Duration.ofHours(12);

    @Bean
    RegisteredClientRepository clients(Keys keys, Addresses addresses) {
        RegisteredClient commands = client(LocalClient.ID, keys.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(LocalClient.ALL_SCOPES))
                .build();
        RegisteredClient pages = client(PagesClient.ID, keys.pagesSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID)
                .redirectUris(uris -> uris.addAll(PagesClient.onEachService(addresses, PagesClient.RETURN)))
                .postLogoutRedirectUris(uris -> uris.addAll(PagesClient.onEachService(addresses, "/")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
        return new InMemoryRegisteredClientRepository(commands, pages);
    }

    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(VALID).build());
    }

    @Bean
    AuthorizationServerSettings whoWeAre(Addresses addresses) {
        return AuthorizationServerSettings.builder()
                .issuer(addresses.of(Server.ISSUER).toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> signingKey(Keys keys) throws JOSEException {
        KeyPair pair = keys.issuerKey();
        return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyIDFromThumbprint()
                .build()));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whoItIs() {
        return token -> {
            if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                access(token);
            } else {
                token.getClaims().claim(StandardClaimNames.NAME, nameOf(token));
            }
        };
    }

    private static void access(JwtEncodingContext token) {
        JwtClaimsSet.Builder claims = token.getClaims();
        claims.audience(List.of(Addresses.AUDIENCE));
        claims.claim("client_id", token.getRegisteredClient().getClientId());
        if (token.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken asked) {
            claims.claim("scope", String.join(" ", token.getAuthorizedScopes()));
            if (asked.getAdditionalParameters().get(Claim.HOSPITAL_ID) instanceof String hospital) {
                claims.claim(Claim.HOSPITAL_ID, hospital);
            }
        } else {
            Person person = Person.named(nameOf(token)).orElseThrow();
            claims.claim("scope", String.join(" ", person.scopes()));
            person.hospitalId().ifPresent(hospital -> claims.claim(Claim.HOSPITAL_ID, hospital));
        }
    }

    private static String nameOf(JwtEncodingContext token) {
        return Objects.requireNonNull(token.<Authentication>getPrincipal()).getName();
    }
}
