package org.hfsregistry.analytics.access.security;

import org.hfsregistry.access.AccessRules;
import org.hfsregistry.access.Demand;
import org.hfsregistry.analytics.access.Caller;
import org.hfsregistry.contract.caller.Scope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Everybody may ask, and there is nothing here but answers, and rows for researchers; who brings a token is believed only if it is good. A page of a
 * hospital's own numbers is for who acts for one.
 */
@Configuration(proxyBeanMethods = false)
class AccessToNumbers {

    @Bean
    AccessRules accessRules() {
        return AccessRules.open()
                .ask("/v1/export/**", Demand.scope(Scope.READ_STATISTICS), Demand.scope(Scope.ADMIN))
                .page("/my-hospital", Demand.hospitalWith(Scope.SUBMIT), Demand.hospitalWith(Scope.READ_RECORDS))
                .page("/**")
                .callersAs(caller -> new Caller(caller.scopes(), caller.hospitalId(), caller.clientId()));
    }
}
