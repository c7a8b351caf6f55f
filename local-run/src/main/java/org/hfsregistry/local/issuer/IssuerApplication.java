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
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Keys;
import org.hfsregistry.local.run.Server;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Spring Authorization Server with one client, which is the command line on this machine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class IssuerApplication {

    private static final Duration VALID = Duration.ofHours(12);

    @Bean
    RegisteredClientRepository clients(Keys keys) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId(LocalClient.ID)
                .clientId(LocalClient.ID)
                .clientSecret("{noop}" + keys.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(LocalClient.ALL_SCOPES))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(VALID).build())
                .build());
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
    OAuth2TokenCustomizer<JwtEncodingContext> hospitalAndClient() {
        return token -> {
            token.getClaims().audience(List.of(Addresses.AUDIENCE));
            token.getClaims().claim("client_id", token.getRegisteredClient().getClientId());
            token.getClaims().claim("scope", String.join(" ", token.getAuthorizedScopes()));
            if (token.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken asked
                    && asked.getAdditionalParameters().get(Claim.HOSPITAL_ID) instanceof String hospital) {
                token.getClaims().claim(Claim.HOSPITAL_ID, hospital);
            }
        };
    }
}
