package org.hfsregistry.intake;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
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
    Clock clock(Calendar calendar) {
        return Clock.system(calendar.zone());
    }

    /**
     * Where days begin.
     *
     * @param zone in which today is reckoned, as {@code Asia/Tokyo}: the last day that a date may name
     */
    @ConfigurationProperties("hfs.submission")
    record Calendar(ZoneId zone) {}
}
