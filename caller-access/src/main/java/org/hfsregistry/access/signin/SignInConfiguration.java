package org.hfsregistry.access.signin;

import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.access.AccessRules;
import org.hfsregistry.access.token.AccessSettings;
import org.hfsregistry.access.token.TokenCallers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** Makes the sign-in of a service that has a client at an OpenID provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(SignIn.REGISTRATION_SETTING)
@Import(SignedIn.class)
public class SignInConfiguration {

    /** Begins the names of cookies: those of all ports of a host lie together in a browser. */
    private final String cookies;

    SignInConfiguration(@Value("${spring.application.name:service}") String service) {
        this.cookies = "hfs-" + service;
    }

    @Bean
    SignIn signIn(
            ClientRegistrationRepository registrations,
            JwtDecoder tokens,
            AccessRules rules,
            AccessSettings settings,
            JsonMapper json,
            ObjectProvider<Clock> clocks) {
        ClientRegistration registration =
                Objects.requireNonNull(registrations.findByRegistrationId(SignIn.REGISTRATION));
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        return new SignIn(
                registration,
                new SignInsUnderWay(registration, cookies + "-sign-in", json),
                new SignedInPeople(tokens, new TokenCallers(rules.principal()), clock),
                new SignedInSessions(clock),
                new SignOut(Optional.ofNullable(settings.endSessionUri())),
                new PagePaths(rules.paths()));
    }

    @Bean
    ServletContextInitializer sessionCookie() {
        return server -> {
            server.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            server.getSessionCookieConfig().setName(cookies);
            server.getSessionCookieConfig().setHttpOnly(true);
            server.getSessionCookieConfig().setAttribute("SameSite", "Lax");
        };
    }
}
