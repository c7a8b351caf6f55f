package org.hfsregistry.registry.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.Test;

/** What a connection string can't change. */
class MongodbConfigurationTest {

    @Test
    void what_was_written_is_seen_by_the_next_read_whatever_the_connection_string_says() {
        ConnectionString weak = new ConnectionString(
                "mongodb://127.0.0.1/hfs?readPreference=secondaryPreferred&readConcernLevel=local&w=1&journal=false");
        try (MongoClient client = MongoClients.create(weak)) {
            MongoDatabase database = new MongodbConfiguration().database(client, () -> weak);

            assertThat(database.getReadPreference()).isEqualTo(ReadPreference.primary());
            assertThat(database.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
            assertThat(database.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        }
    }
}
