package org.hfsregistry.analytics.access.security;

import org.hfsregistry.access.AccessRules;
import org.hfsregistry.analytics.access.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody may ask, and there is nothing here but answers; who brings a token is believed only if it is good. */
@Configuration(proxyBeanMethods = false)
class AccessToNumbers {

    @Bean
    AccessRules accessRules() {
        return AccessRules.open("/**").callersAs(caller -> new Caller(caller.scopes(), caller.hospitalId()));
    }
}
