package org.hfsregistry.registry.arrival.keyfile;

import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the registry its keys. */
@Configuration(proxyBeanMethods = false)
class KeysOfPseudonyms {

    @Bean
    PseudonymKeys pseudonymKeys(PseudonymSettings settings) {
        return settings.keys();
    }
}
