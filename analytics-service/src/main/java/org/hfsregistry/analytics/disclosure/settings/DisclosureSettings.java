package org.hfsregistry.analytics.disclosure.settings;

import java.time.Duration;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The k of each audience, and when others hear of a flag.
 *
 * @param everybody without a token
 * @param researchers with the scope for statistics
 * @param coolingOff how long a hospital and the registry have a flag to themselves; counted in days
 */
@ConfigurationProperties("hfs.analytics.disclosure")
record DisclosureSettings(
        @DefaultValue("11") int everybody,
        @DefaultValue("5") int researchers,
        @DefaultValue("90d") Duration coolingOff) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DisclosureSettings.class)
    static class Beans {

        @Bean
        Thresholds thresholds(DisclosureSettings settings) {
            return new Thresholds(
                    settings.everybody, settings.researchers, Math.toIntExact(settings.coolingOff.toDays()));
        }
    }
}
