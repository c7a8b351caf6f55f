package org.hfsregistry.analytics.frozen.rest;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When it is now, for who names a snapshot. */
@Configuration(proxyBeanMethods = false)
class SystemClock {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
