package org.hfsregistry.registry.mongodb;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database that the connection string names. What is written is safe when the write returns and seen by every read after it,
 * whatever the connection string says of that; and no call waits for ever.
 */
@Configuration(proxyBeanMethods = false)
class MongodbConfiguration {

    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 30;

    @Bean
    MongoClientSettingsBuilderCustomizer timeouts() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(CONNECT_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails connection) {
        String name = Objects.requireNonNull(
                connection.getConnectionString().getDatabase(), "spring.mongodb.uri must name a database");
        return client.getDatabase(name)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
