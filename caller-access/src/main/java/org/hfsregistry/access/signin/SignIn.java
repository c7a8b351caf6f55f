package org.hfsregistry.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.hfsregistry.access.refusal.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.client.RestClient;

/**
 * Lets people sign in at an OpenID provider, by authorization code with PKCE, and out again.
 *
 * @param registration the client that this service is to the provider
 * @param pages whose forms show where they come from
 */
public record SignIn(
        ClientRegistration registration,
        SignInsUnderWay underWay,
        SignedInPeople people,
        SignedInSessions sessions,
        SignOut signOut,
        PagePaths pages) {

    static final String REGISTRATION = "hfs";
    static final String REGISTRATION_SETTING =
            "spring.security.oauth2.client.registration." + REGISTRATION + ".client-id";
    /** The path at which a sign-in begins. */
    public static final String BEGINS = "/sign-in";

    /** The path to which the issuer sends a browser back. */
    public static final String RETURNS = "/login/oauth2/code/" + REGISTRATION;

    static final PathPatternRequestMatcher ENDS = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/sign-out");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Adds the filters of signing in and out. */
    public void addTo(HttpSecurity http) {
        CookieCsrfTokenRepository csrfCookies = CsrfOfPages.cookies();
        CsrfOfPages fromPages = new CsrfOfPages(pages);
        CsrfAuthenticationStrategy renewed = new CsrfAuthenticationStrategy(csrfCookies);
        renewed.setRequestHandler(fromPages);
        http.securityContext(known -> known.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookies)
                        .csrfTokenRequestHandler(fromPages)
                        .requireCsrfProtectionMatcher(fromPages))
                .logout(ends -> ends.logoutRequestMatcher(ENDS).logoutSuccessHandler(signOut))
                .addFilter(begins())
                .addFilter(returns(renewed));
    }

    private OAuth2AuthorizationRequestRedirectFilter begins() {
        OAuth2AuthorizationRequestRedirectFilter filter =
                new OAuth2AuthorizationRequestRedirectFilter(new SignInAsked(registrations()));
        filter.setAuthorizationRequestRepository(underWay);
        filter.setAuthenticationFailureHandler(new SignInFailures());
        return filter;
    }

    private OAuth2LoginAuthenticationFilter returns(CsrfAuthenticationStrategy renewed) {
        OAuth2LoginAuthenticationFilter filter =
                new OAuth2LoginAuthenticationFilter(registrations(), new NobodysClients(), RETURNS);
        filter.setRequiresAuthenticationRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, RETURNS));
        filter.setAuthenticationManager(
                new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(issuer(), people)));
        filter.setAuthorizationRequestRepository(underWay);
        filter.setSecurityContextRepository(sessions);
        filter.setSessionAuthenticationStrategy(renewed);
        filter.setAuthenticationSuccessHandler((request, response, _) -> comeBack(request, response));
        filter.setAuthenticationFailureHandler(new SignInFailures());
        return filter;
    }

    private static void comeBack(HttpServletRequest request, HttpServletResponse response) {
        Optional.ofNullable((LocalPath) request.getAttribute(SignInsUnderWay.TO))
                .orElse(LocalPath.START)
                .sendTo(response);
    }

    private ClientRegistrationRepository registrations() {
        return id -> id.equals(registration.getRegistrationId()) ? registration : null;
    }

    /** As Spring Security asks, but not without end. */
    private static RestClientAuthorizationCodeTokenResponseClient issuer() {
        JdkClientHttpRequestFactory patient = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build());
        patient.setReadTimeout(PATIENCE);
        RestClientAuthorizationCodeTokenResponseClient issuer = new RestClientAuthorizationCodeTokenResponseClient();
        issuer.setRestClient(RestClient.builder()
                .requestFactory(patient)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return issuer;
    }

    /** Spring would keep every token a second time. */
    private static final class NobodysClients implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
