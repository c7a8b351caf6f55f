package org.hfsregistry.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hfsregistry.access.refusal.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Begins a sign-in at {@code /sign-in?to=/path}, and with it remembers where to come back to. */
final class SignInAsked implements OAuth2AuthorizationRequestResolver {

    private static final PathPatternRequestMatcher BEGINS =
            PathPatternRequestMatcher.pathPattern(HttpMethod.GET, SignIn.BEGINS);

    private final DefaultOAuth2AuthorizationRequestResolver issuer;

    SignInAsked(ClientRegistrationRepository registrations) {
        this.issuer = new DefaultOAuth2AuthorizationRequestResolver(registrations);
        this.issuer.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return BEGINS.matches(request) ? resolve(request, SignIn.REGISTRATION) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        LocalPath to = Optional.ofNullable(request.getParameter("to"))
                .map(asked -> LocalPath.of(asked).orElseThrow(LeadsElsewhere::new))
                .orElse(LocalPath.START);
        OAuth2AuthorizationRequest asked = issuer.resolve(request, registration);
        return asked == null
                ? null
                : OAuth2AuthorizationRequest.from(asked)
                        .attributes(attributes -> attributes.put(SignInsUnderWay.TO, to))
                        .build();
    }

    /** After a sign-in nobody is led to a place that somebody else wrote into a link. */
    static final class LeadsElsewhere extends RuntimeException {}
}
