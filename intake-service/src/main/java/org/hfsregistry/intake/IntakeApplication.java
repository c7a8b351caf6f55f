package org.hfsregistry.intake;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the intake service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class IntakeApplication {

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) {
        SpringApplication.run(IntakeApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
