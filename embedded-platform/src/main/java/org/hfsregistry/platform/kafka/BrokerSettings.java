package org.hfsregistry.platform.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hfsregistry.platform.machine.Loopback;

/** The settings of a single KRaft node that is broker and controller on a small machine. */
record BrokerSettings(Path logs, int port, int controllerPort) {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    String bootstrap() {
        return Loopback.ADDRESS + ":" + port;
    }

    Map<String, String> asKafkaTakesThem() {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(listening());
        settings.putAll(alone());
        settings.putAll(soonBack());
        settings.putAll(small());
        settings.putAll(keeping());
        return settings;
    }

    private Map<String, String> listening() {
        String controller = Loopback.ADDRESS + ":" + controllerPort;
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", Integer.toString(NODE_ID),
                "controller.quorum.voters", NODE_ID + "@" + controller,
                "controller.listener.names", CONTROLLER_LISTENER,
                "listeners", "PLAINTEXT://" + bootstrap() + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners", "PLAINTEXT://" + bootstrap(),
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    }

    /**
     * The registry's followers join one after the other within a moment: who waits for it spares the group a second round, which would
     * begin only at the first one's next heartbeat, seconds later.
     */
    private static Map<String, String> alone() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4",
                "group.initial.rebalance.delay.ms", "150");
    }

    /** After a kill the controller takes the broker back only when the session of its former life has ended. */
    private static Map<String, String> soonBack() {
        return Map.of("broker.heartbeat.interval.ms", "500", "broker.session.timeout.ms", "3000");
    }

    private static Map<String, String> small() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.cleaner.threads", "1",
                "log.cleaner.backoff.ms", "5000",
                "log.cleaner.dedupe.buffer.size", "8388608",
                "log.cleaner.io.buffer.size", "131072");
    }

    /** A cleaner leaves the segment alone that is written to, so segments are short and end after an hour. */
    private Map<String, String> keeping() {
        return Map.of(
                "log.dirs", logs.toString(),
                "log.segment.bytes", "67108864",
                "log.index.size.max.bytes", "1048576",
                "log.roll.ms", "3600000",
                "log.cleaner.max.compaction.lag.ms", "7200000");
    }
}
