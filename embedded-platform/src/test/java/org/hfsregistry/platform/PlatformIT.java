package org.hfsregistry.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.hfsregistry.platform.machine.LoopbackOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformIT {

    @Test
    void all_tests_of_a_jvm_share_one_whose_servers_answer() throws Exception {
        Platform platform = Platform.forTests();

        assertThat(Platform.forTests()).isSameAs(platform);
        assertThat(nodes(platform.kafkaBootstrap())).isPositive();
        try (MongoClient client = MongoClients.create(platform.mongodbUri("platform-it"))) {
            client.getDatabase("platform-it").getCollection("c").insertOne(new Document("_id", 1));
            assertThat(client.getDatabase("another").getCollection("c").countDocuments())
                    .isZero();
        }
    }

    @Test
    void a_private_one_stands_beside_the_shared_one_and_is_gone_when_closed(@TempDir Path folder) throws Exception {
        String shared = Platform.forTests().kafkaBootstrap();
        String mine;
        try (Platform platform = Platform.privateForTests(folder)) {
            mine = platform.kafkaBootstrap();
            assertThat(mine).isNotEqualTo(shared);
            platform.kafka().stop();
            platform.kafka().start();
            assertThat(nodes(mine)).isEqualTo(1);
            assertThat(nodes(shared)).isPositive();
        }

        assertThat(LoopbackOnly.answers(Integer.parseInt(mine.split(":", 2)[1])))
                .isFalse();
        assertThat(nodes(shared)).isPositive();
    }

    private static int nodes(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            return admin.describeCluster().nodes().get(30, TimeUnit.SECONDS).size();
        }
    }
}
