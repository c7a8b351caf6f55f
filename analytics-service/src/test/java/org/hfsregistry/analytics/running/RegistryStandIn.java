package org.hfsregistry.analytics.running;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.platform.Platform;

/** Writes what the registry would write: first into the store, then onto the compacted topics. */
public final class RegistryStandIn implements AutoCloseable {
    private final Topics topics;
    private final MongoClient client;
    private final MongoDatabase database;
    private final KafkaProducer<String, byte[]> producer;
    private long published;
    private long counts;

    /** In a database and under a prefix of its own. */
    public RegistryStandIn(Platform platform, String name) {
        this.topics = new Topics(prefix(name));
        this.client = MongoClients.create(platform.mongodbUri(name));
        this.database = client.getDatabase(name);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafkaBootstrap()))) {
            for (Topics.Topic topic : List.of(topics.treatments(), topics.hospitals(), topics.quarantine())) {
                admin.createTopics(List.of(new NewTopic(topic.name(), topic.partitions(), (short) 1)
                                .configs(topic.configuration())))
                        .all()
                        .get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.kafkaBootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The prefix of the topics. */
    public static String prefix(String name) {
        return name + ".";
    }

    /** How many events it has published, which is the data version that follows from them. */
    public long published() {
        return published;
    }

    /** How many of these are of documents, which is the data version of every answer that tells of no quarantine. */
    public long documents() {
        return published - counts;
    }

    /** Stores a treatment and says so on the topic. */
    public void register(TreatmentDocument treatment) {
        store(treatment);
        publish(treatment);
    }

    /** Stores a treatment. */
    public void store(TreatmentDocument treatment) {
        put("treatments", "treatment", treatment.id(), treatment.version(), DocumentJson.write(treatment));
    }

    /** Says on the topic how a treatment is. */
    public void publish(TreatmentDocument treatment) {
        publish(
                topics.treatments().name(),
                treatment.id(),
                EventType.TREATMENT_CHANGED_V1,
                DocumentJson.write(treatment));
    }

    /** Stores a hospital and says so on the topic. */
    public void register(HospitalDocument hospital) {
        byte[] json = DocumentJson.write(hospital);
        put("hospitals", "hospital", hospital.id(), hospital.version(), json);
        publish(topics.hospitals().name(), hospital.id(), EventType.HOSPITAL_CHANGED_V1, json);
    }

    /** Says on the topic how much of a hospital is in quarantine; no store holds it for analytics. */
    public void publish(QuarantineCounts counts) {
        publish(topics.quarantine().name(), counts.id(), EventType.QUARANTINE_CHANGED_V1, DocumentJson.write(counts));
        this.counts++;
    }

    /** Puts bytes on the treatments' topic that are no event. */
    public void publishPoison(String key) {
        send(new ProducerRecord<>(topics.treatments().name(), key, new byte[] {1, 2, 3}));
    }

    /** Puts on the treatments' topic what says nothing and ends a segment. */
    public void endSegment() {
        send(new ProducerRecord<>(topics.treatments().name(), Topics.SEGMENT_END, null));
    }

    private void put(String collection, String field, String id, long version, byte[] json) {
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt64(version))
                .append(field, BsonDocument.parse(new String(json, StandardCharsets.UTF_8)));
        database.getCollection(collection, BsonDocument.class)
                .replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    private void publish(String topic, String key, String type, byte[] data) {
        try (CloudEventSerializer serializer = new CloudEventSerializer()) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, null);
            byte[] value = serializer.serialize(
                    topic,
                    record.headers(),
                    CloudEventBuilder.v1()
                            .withId(UUID.randomUUID().toString())
                            .withSource(URI.create("/registry"))
                            .withType(type)
                            .withData("application/json", data)
                            .build());
            send(new ProducerRecord<>(topic, null, key, value, record.headers()));
        }
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
            published++;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        client.close();
    }
}
