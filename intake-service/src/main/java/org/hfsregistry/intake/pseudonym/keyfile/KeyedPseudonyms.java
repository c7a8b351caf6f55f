package org.hfsregistry.intake.pseudonym.keyfile;

import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the pseudonyms their keys. */
@Configuration(proxyBeanMethods = false)
class KeyedPseudonyms {

    @Bean
    Pseudonyms pseudonyms(KeySettings settings) {
        return settings.pseudonyms();
    }
}
