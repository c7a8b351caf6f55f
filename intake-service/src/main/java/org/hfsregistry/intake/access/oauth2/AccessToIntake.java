package org.hfsregistry.intake.access.oauth2;

import org.hfsregistry.access.AccessRules;
import org.hfsregistry.access.Demand;
import org.hfsregistry.contract.caller.Scope;
import org.hfsregistry.intake.access.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health, metrics, the description of the interface and what pages load are open; what there is else is for a hospital's client,
 * or for a person of a hospital who has signed in at the page, that may submit outcomes.
 */
@Configuration(proxyBeanMethods = false)
class AccessToIntake {

    private static final String PAPA_PARSE = "/webjars/papaparse/papaparse.min.js";

    @Bean
    AccessRules accessRules() {
        return AccessRules.open(
                        "/actuator/health/**",
                        "/actuator/prometheus",
                        "/openapi.json",
                        "/openapi.yaml",
                        "/look/**",
                        "/submit/**",
                        PAPA_PARSE)
                .page("/", Demand.hospitalWith(Scope.SUBMIT))
                .ask("/receipts", Demand.hospitalWith(Scope.READ_RECORDS))
                .ask("/v1/pseudonyms", Demand.hospitalWith(Scope.SUBMIT), Demand.hospitalWith(Scope.ERASE_RECORDS))
                .ask("/v1/**", Demand.hospitalWith(Scope.SUBMIT))
                .ask("/fhir/**", Demand.hospitalWith(Scope.SUBMIT))
                .callersAs(AccessToIntake::hospitalsClient);
    }

    /** Who acts for no hospital is let in nowhere, and stays what it is. */
    private static Object hospitalsClient(org.hfsregistry.access.Caller caller) {
        return caller.hospitalId()
                .<Object>map(hospital -> new Caller(hospital, caller.clientId()))
                .orElse(caller);
    }
}
