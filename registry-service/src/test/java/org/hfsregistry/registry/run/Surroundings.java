package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;
import tools.jackson.databind.JsonNode;

/** What is around a registry service: topics and a database of a test's own, an issuer of tokens, and a stand-in for intake. */
final class Surroundings implements AutoCloseable {

    static final int PARTITIONS = new Topics("").submitted().partitions();

    private static final String LARGEST_RECORD = "8000000";
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private final Platform platform;
    private final Tokens tokens;
    private final Path folder;
    private final String name = "it" + UUID.randomUUID().toString().replace("-", "");
    private final Topics topics = new Topics(name + ".");
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private int sent;

    Surroundings(Platform platform, Tokens tokens, Path folder) {
        this.platform = platform;
        this.tokens = tokens;
        this.folder = folder;
        this.admin = Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()));
        make(topics.submitted(), topics.submitted().partitions()); // as intake does, which may be there first
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        platform.kafkaBootstrap(),
                        "acks",
                        "all",
                        "linger.ms",
                        5,
                        // a topic made a moment ago may have no leader yet: its first records must not be overtaken
                        "max.in.flight.requests.per.connection",
                        1,
                        "max.request.size",
                        LARGEST_RECORD),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    List<String> settings() {
        return List.of(
                "--spring.kafka.bootstrap-servers=" + platform.kafkaBootstrap(),
                "--spring.mongodb.uri=" + mongodbUri(),
                "--hfs.topics.prefix=" + topics.prefix(),
                "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                        + tokens.publicKeyIn(folder).toUri());
    }

    String mongodbUri() {
        return platform.mongodbUri(name);
    }

    Tokens tokens() {
        return tokens;
    }

    Topics topics() {
        return topics;
    }

    /** Makes a topic, with room for more than a broker usually takes. */
    void make(Topics.Topic topic, int partitions) {
        Map<String, String> configuration = new HashMap<>(topic.configuration());
        configuration.put("max.message.bytes", LARGEST_RECORD);
        NewTopic made = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty());
        result(admin.createTopics(List.of(made.configs(configuration))).all());
    }

    void addPartition(Topics.Topic topic) {
        result(admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(partitions(topic) + 1)))
                .all());
    }

    /** In which of the topic of what was submitted a hospital's outcomes are. */
    static int partition(String hospitalId) {
        return BuiltInPartitioner.partitionForKey(hospitalId.getBytes(UTF_8), PARTITIONS);
    }

    int partitions(Topics.Topic topic) {
        return Objects.requireNonNull(
                        result(admin.describeTopics(List.of(topic.name())).allTopicNames())
                                .get(topic.name()))
                .partitions()
                .size();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes outcomes as intake does, in this order, a second of time apart. */
    void submit(Outcome... outcomes) {
        submit(List.of(outcomes));
    }

    void submit(List<? extends Outcome> outcomes) {
        send(outcomes.stream()
                .map(outcome -> record(outcome.hospitalId(), outcome, OutcomeJson.write(outcome)))
                .toList());
    }

    /** Publishes an event of an outcome whose data are something else. */
    void submitBroken(Outcome outcome, byte[] data) {
        send(List.of(record(outcome.hospitalId(), outcome, data)));
    }

    /** Publishes an event of an outcome with a header set to something else. */
    void submitWith(Outcome outcome, String header, String value) {
        submitWith(outcome, OutcomeJson.write(outcome), header, value);
    }

    /** The same with other data. */
    void submitWith(Outcome outcome, byte[] data, String header, String value) {
        ProducerRecord<String, byte[]> event = record(outcome.hospitalId(), outcome, data);
        event.headers().remove(header);
        event.headers().add(header, value.getBytes(UTF_8));
        send(List.of(event));
    }

    /** Publishes an event of an outcome without one of its headers. */
    void submitWithout(Outcome outcome, String header) {
        ProducerRecord<String, byte[]> event = record(outcome.hospitalId(), outcome, OutcomeJson.write(outcome));
        event.headers().remove(header);
        send(List.of(event));
    }

    /** Publishes a record that has nothing but a key. */
    void submitNothing(String key) {
        send(List.of(new ProducerRecord<>(topics.submitted().name(), key, null)));
    }

    /** Publishes an outcome in another hospital's name. */
    void submitAs(String hospitalId, Outcome outcome) {
        send(List.of(record(hospitalId, outcome, OutcomeJson.write(outcome))));
    }

    /** Publishes bytes that are no event at all. */
    void submitBytes(String key, String bytes) {
        send(List.of(new ProducerRecord<>(topics.submitted().name(), key, bytes.getBytes(UTF_8))));
    }

    /** Returns when the broker has them all. */
    private void send(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sending =
                records.stream().map(producer::send).toList();
        sending.forEach(Surroundings::result);
    }

    private ProducerRecord<String, byte[]> record(String key, Outcome outcome, byte[] data) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withType(EventType.OUTCOME_SUBMITTED_V1)
                .withSource(URI.create("/hospitals/" + key))
                .withSubject(outcome.outcomeId())
                .withTime(FIRST.plusSeconds(sent++).atOffset(ZoneOffset.UTC))
                .withExtension(EventType.SUBMITTED_BY, "client-of-" + key)
                .withDataContentType("application/json")
                .withData(data)
                .build();
        return KafkaMessageFactory.createWriter(topics.submitted().name(), key).writeBinary(event);
    }

    /** Whether the registry noted that it has followed the log to its end. */
    boolean followed(Registry registry) {
        Map<Integer, Long> noted = registry.stored("positions").values().stream()
                .filter(position -> position.containsKey("next"))
                .collect(Collectors.toMap(each -> each.getInteger("_id"), each -> each.getLong("next")));
        return ends(topics.submitted()).entrySet().stream()
                .allMatch(
                        end -> noted.getOrDefault(end.getKey().partition(), 0L).equals(end.getValue()));
    }

    /** How many outcomes the registry noted so far. */
    static long noted(Registry registry) {
        return registry.stored("positions").values().stream()
                .filter(position -> position.containsKey("next"))
                .mapToLong(position -> position.getLong("next"))
                .sum();
    }

    /** The last event of each key of the topic of treatments. */
    Map<String, CloudEvent> treatmentsTopic() {
        return lastOfEachKey(ends(topics.treatments()));
    }

    /** The last event of each key of the topic of hospitals. */
    Map<String, CloudEvent> hospitalsTopic() {
        return lastOfEachKey(ends(topics.hospitals()));
    }

    /** The last event of each key before the offsets that a receipt names, which are those of its {@code countedFrom}. */
    Map<String, CloudEvent> read(Topics.Topic topic, JsonNode countedFrom) {
        Map<TopicPartition, Long> upTo = countedFrom
                .valueStream()
                .filter(end -> (topics.prefix() + end.get("topic").asString()).equals(topic.name()))
                .collect(Collectors.toMap(
                        end -> new TopicPartition(
                                topic.name(), end.get("partition").asInt()),
                        end -> end.get("offset").asLong()));
        return lastOfEachKey(upTo);
    }

    private Map<String, CloudEvent> lastOfEachKey(Map<TopicPartition, Long> ends) {
        Map<String, ConsumerRecord<String, byte[]>> last = new TreeMap<>();
        RecordsUpTo.read(platform.kafkaBootstrap(), ends).forEach(record -> last.put(record.key(), record));
        return last.values().stream()
                .filter(record -> record.value() != null)
                .collect(Collectors.toMap(
                        ConsumerRecord::key,
                        record -> KafkaMessageFactory.createReader(record).toEvent()));
    }

    /** Everything that stands on a topic now. */
    List<ConsumerRecord<String, byte[]>> records(Topics.Topic topic) {
        return RecordsUpTo.read(platform.kafkaBootstrap(), ends(topic));
    }

    /** Lets the broker drop all that was submitted so far, as it does when the time for which the log is kept is over. */
    void dropSubmitted() {
        Map<TopicPartition, RecordsToDelete> ends = new HashMap<>();
        ends(topics.submitted()).forEach((partition, end) -> ends.put(partition, RecordsToDelete.beforeOffset(end)));
        result(admin.deleteRecords(ends).all());
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private Map<TopicPartition, Long> ends(Topics.Topic topic) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        result(admin.listOffsets(IntStream.range(0, topic.partitions())
                                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
