package org.hfsregistry.access.web;

import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.hfsregistry.access.AccessRules;
import org.hfsregistry.access.PathRule;
import org.hfsregistry.access.refusal.Refusal;
import org.hfsregistry.access.refusal.Refusals;
import org.hfsregistry.access.refusal.ServerRefusals;
import org.hfsregistry.access.refusal.SpringRefusals;
import org.hfsregistry.access.refusal.TomcatRefusals;
import org.hfsregistry.access.refusal.UnreadableParameters;
import org.hfsregistry.access.signin.SignIn;
import org.hfsregistry.access.signin.SignInConfiguration;
import org.hfsregistry.access.signin.SignedIn;
import org.hfsregistry.access.token.AccessSettings;
import org.hfsregistry.access.token.RuleDecision;
import org.hfsregistry.access.token.TokenCallers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Makes the filters of a service out of its rules; before Spring Boot makes some of its own. */
@AutoConfiguration(
        before = {
            OAuth2ResourceServerAutoConfiguration.class,
            OAuth2ResourceServerWebSecurityAutoConfiguration.class,
            OAuth2ClientWebSecurityAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
@EnableConfigurationProperties(AccessSettings.class)
@Import({
    SignInConfiguration.class,
    ServerRefusals.class,
    SpringRefusals.class,
    TomcatRefusals.class,
    UnreadableParameters.class
})
class AccessAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AccessAutoConfiguration.class);

    /** Who brings a token, or says that it does. */
    @Bean
    @Order(1)
    SecurityFilterChain accessOfClients(HttpSecurity http, AccessRules rules, JsonMapper json) {
        Refusals refusals = new Refusals(json);
        TokenCallers callers = new TokenCallers(rules.principal());
        return stateless(http)
                .securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .authorizeHttpRequests(requests -> authorize(requests, rules))
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(new AnsweredByRefusals(refusals)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Everybody else: people with a browser, and who needs no token. */
    @Bean
    @Order(2)
    SecurityFilterChain accessOfPeople(
            HttpSecurity http,
            AccessRules rules,
            AccessSettings settings,
            JsonMapper json,
            ObjectProvider<SignIn> signIn) {
        Optional<SignIn> setUp = signIn.stream().findFirst();
        PageRefusals refusals = new PageRefusals(rules.paths(), setUp.isPresent(), new Refusals(json));
        stateless(http)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PagePolicy.allowing(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> {
                    setUp.ifPresent(_ -> requests.requestMatchers(HttpMethod.GET, SignedIn.PATH)
                            .access(SignedIn::onlyReaders));
                    authorize(requests, rules);
                })
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        setUp.ifPresent(people -> people.addTo(http));
        return http.build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            AccessRules rules) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        for (PathRule rule : rules.paths()) {
            if (rule.open()) {
                requests.requestMatchers(rule.pattern()).permitAll();
            } else {
                requests.requestMatchers(rule.pattern()).access(new RuleDecision(rule));
            }
        }
        requests.anyRequest().access((_, _) -> Refusal.NOT_FOUND);
    }

    /** Spring Boot's token decoder takes it beside its own. */
    @Bean
    OAuth2TokenValidator<Jwt> audienceOfTokens(AccessSettings settings) {
        if (settings.audience().isBlank()) {
            LOG.info("Tokens for any audience are taken: hfs.access.audience is not set");
            return _ -> OAuth2TokenValidatorResult.success();
        }
        return new JwtAudienceValidator(settings.audience());
    }

    /** Spring would let an issuer that is away end in a 500. */
    private record AnsweredByRefusals(Refusals refusals)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(refusals::commence);
            return filter;
        }
    }
}
