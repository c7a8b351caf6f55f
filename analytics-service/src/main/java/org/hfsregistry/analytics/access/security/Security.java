package org.hfsregistry.analytics.access.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Everybody may ask, and there is nothing here but answers; who brings a token is believed only if it is good. */
@Configuration(proxyBeanMethods = false)
class Security {

    @Bean
    SecurityFilterChain requests(HttpSecurity http, JsonMapper json) {
        Refusals refusals = new Refusals(json);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(refusals)
                        .withObjectPostProcessor(new AnsweredByRefusals(refusals)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
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
