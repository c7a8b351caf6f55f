package org.hfsregistry.intake.access.oauth2;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;

import jakarta.servlet.DispatcherType;
import org.hfsregistry.contract.caller.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Health and metrics are open; everything else is for a hospital's client that may submit outcomes. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    /** The authority that Spring makes of the scope. */
    static final String MAY_SUBMIT = "SCOPE_" + Scope.SUBMIT;

    @Bean
    SecurityFilterChain accessOfHospitals(HttpSecurity http, JsonMapper json) {
        AccessRefusals refusals = new AccessRefusals(json);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .anyRequest()
                        .access(allOf(hasAuthority(MAY_SUBMIT), hasAuthority(CallerAuthentication.OF_A_HOSPITAL))))
                .oauth2ResourceServer(
                        tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(CallerAuthentication::of))
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals)
                                .withObjectPostProcessor(new AnsweredByEntryPoint(refusals)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Spring would let an issuer that is away end in a 500. */
    private record AnsweredByEntryPoint(AccessRefusals refusals)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(refusals::commence);
            return filter;
        }
    }
}
