package org.hfsregistry.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the analytics service. */
@SpringBootApplication
public class AnalyticsApplication {

    /** Starts it with Spring Boot's own arguments. */
    public static void main(String[] arguments) {
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }
}
