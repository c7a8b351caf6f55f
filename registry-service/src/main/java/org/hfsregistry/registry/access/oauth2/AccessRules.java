package org.hfsregistry.registry.access.oauth2;

import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.authorization.AuthorizationManagers.anyOf;

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

/** Health and metrics are open; records are for their hospital and for the registry's own staff. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    /** The authority that Spring makes of the scope. */
    static final String MAY_READ = "SCOPE_" + Scope.READ_RECORDS;

    /** The authority that Spring makes of the scope. */
    static final String ADMIN = "SCOPE_" + Scope.ADMIN;

    @Bean
    SecurityFilterChain accessToRecords(HttpSecurity http, JsonMapper json) {
        AccessRefusals refusals = new AccessRefusals(json);
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .anyRequest()
                        .access(anyOf(
                                hasAuthority(ADMIN),
                                allOf(hasAuthority(MAY_READ), hasAuthority(CallerAuthentication.OF_A_HOSPITAL)))))
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
