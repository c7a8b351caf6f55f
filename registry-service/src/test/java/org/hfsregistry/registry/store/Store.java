package org.hfsregistry.registry.store;

import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The ports with a database for each test, on the platform's server; its log says which server this run took. After the test
 * every query that was made has to be one that an index answers.
 */
final class Store implements BeforeEachCallback, AfterEachCallback {

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext doors;

    @Override
    public void beforeEach(ExtensionContext test) {
        String database = "store" + UUID.randomUUID().toString().replace("-", "");
        doors = new SpringApplicationBuilder(StoreOnly.class)
                .web(WebApplicationType.NONE)
                .run("--spring.mongodb.uri=" + Platform.forTests().mongodbUri(database));
    }

    <T> T get(Class<T> port) {
        return doors.getBean(port);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try {
            get(QueryPlans.class).check(get(MongoDatabase.class));
        } finally {
            doors.close();
        }
    }

    /** The doors to the store and nothing else of the service. */
    @Configuration(proxyBeanMethods = false)
    @Import(MongoAutoConfiguration.class)
    @ComponentScan({
        "org.hfsregistry.registry.mongodb",
        "org.hfsregistry.registry.treatment.mongo",
        "org.hfsregistry.registry.receipt.mongo",
        "org.hfsregistry.registry.history.mongo",
        "org.hfsregistry.registry.quarantine.mongo",
        "org.hfsregistry.registry.erasure.mongo",
        "org.hfsregistry.registry.merging.mongo",
        "org.hfsregistry.registry.audit.mongo",
        "org.hfsregistry.registry.registration.mongo",
        "org.hfsregistry.registry.proof.mongo"
    })
    static class StoreOnly {
        @Bean
        QueryPlans plans() {
            return new QueryPlans();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer listening(QueryPlans plans) {
            return settings -> settings.addCommandListener(plans);
        }
    }
}
