package org.hfsregistry.registry.access.oauth2;

import org.hfsregistry.access.AccessRules;
import org.hfsregistry.access.Demand;
import org.hfsregistry.contract.caller.Scope;
import org.hfsregistry.registry.access.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Health, metrics, the description of the interface and the look of pages are open; records are for their hospital and for
 * the registry's own staff, on pages as by the interface. Who submits again what is in quarantine, or merges patients, has to be one who may submit: it corrects what was submitted. Who erases a patient, one who
 * may erase; to prove the record is for the staff alone.
 */
@Configuration(proxyBeanMethods = false)
class AccessToRecords {

    private static final Demand[] READERS = {Demand.hospitalWith(Scope.READ_RECORDS), Demand.scope(Scope.ADMIN)};

    @Bean
    AccessRules accessRules() {
        return AccessRules.open(
                        "/actuator/health/**", "/actuator/prometheus", "/openapi.json", "/openapi.yaml", "/look/**")
                .page("/", READERS)
                .page("/records/**", READERS)
                .page("/follow-up", READERS)
                .page("/quarantine/*/resubmit", Demand.hospitalWith(Scope.SUBMIT), Demand.scope(Scope.ADMIN))
                .page("/quarantine/**", READERS)
                .ask("/v1/quarantine/*/resubmit", Demand.hospitalWith(Scope.SUBMIT), Demand.scope(Scope.ADMIN))
                .ask("/v1/patients/*/merges/**", Demand.hospitalWith(Scope.SUBMIT), Demand.scope(Scope.ADMIN))
                .ask("/v1/patients/**", Demand.hospitalWith(Scope.ERASE_RECORDS), Demand.scope(Scope.ADMIN))
                .ask(
                        "/v1/erasures/**",
                        Demand.hospitalWith(Scope.ERASE_RECORDS),
                        Demand.hospitalWith(Scope.READ_RECORDS),
                        Demand.scope(Scope.ADMIN))
                .ask("/v1/verification", Demand.scope(Scope.ADMIN))
                .ask("/v1/rebuild", Demand.scope(Scope.ADMIN))
                .ask("/v1/**", Demand.hospitalWith(Scope.READ_RECORDS), Demand.scope(Scope.ADMIN))
                .callersAs(caller -> new Caller(caller.hospitalId(), caller.may(Scope.ADMIN), caller.clientId()));
    }
}
