package org.hfsregistry.local.issuer;

import org.hfsregistry.local.run.Keys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Lets in, as whomever they name, who knows the password of the run. */
@Configuration(proxyBeanMethods = false)
@Import(SignInPage.class)
class SignInOfPeople {

    private static final String AUTHORIZATION = "/oauth2/authorize";

    @Bean
    UserDetailsService people(Keys keys) {
        return name -> Person.named(name)
                .map(person -> User.withUsername(person.name())
                        .password("{noop}" + keys.signInPassword())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuing(HttpSecurity http) {
        return http.oauth2AuthorizationServer(issuer -> {
                    http.securityMatcher(issuer.getEndpointsMatcher());
                    issuer.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(SignInPage.PATH),
                        PathPatternRequestMatcher.pathPattern(AUTHORIZATION)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signingIn(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(form -> form.loginPage(SignInPage.PATH).permitAll())
                .build();
    }
}
