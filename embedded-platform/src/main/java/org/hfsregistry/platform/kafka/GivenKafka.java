package org.hfsregistry.platform.kafka;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.hfsregistry.platform.machine.ServerUnavailable;

/** A broker somebody else runs. */
record GivenKafka(String bootstrap) implements KafkaServer {

    private static final int ANSWERS_WITHIN_SECONDS = 10;
    private static final String REMEDY = "Start it, correct HFS_KAFKA_BOOTSTRAP, or unset it.";

    @Override
    public String description() {
        return "the broker that HFS_KAFKA_BOOTSTRAP names, at " + bootstrap;
    }

    @Override
    public void start() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.describeCluster().nodes().get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new ServerUnavailable("No Kafka broker answers at " + bootstrap, REMEDY, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnavailable("Interrupted while asking the broker at " + bootstrap, REMEDY, e);
        }
    }

    @Override
    public void stop() {}
}
