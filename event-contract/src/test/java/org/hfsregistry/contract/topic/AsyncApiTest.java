package org.hfsregistry.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hfsregistry.contract.fixture.AsyncApi;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Quarantines;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the topics, held against AsyncAPI, the topics, the event types and the golden files. */
class AsyncApiTest {

    private final AsyncApi description = AsyncApi.published();

    @Test
    void it_is_asyncapi() throws IOException {
        try (InputStream in =
                AsyncApi.class.getResourceAsStream("/org/hfsregistry/contract/asyncapi-3.0/schema-3.0.0.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
            assertThat(schema.validate(description.document())).isEmpty();

            JsonNode spoilt = JsonMapper.shared()
                    .readTree(description.document().toString().replace("\"action\"", "\"acton\""));
            assertThat(schema.validate(spoilt)).isNotEmpty();
        }
    }

    @Test
    void refers_to_what_is_there() {
        assertThat(description.document().findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(
                                ref.asString().startsWith("#")
                                        ? description
                                                .document()
                                                .at(ref.asString().substring(1))
                                                .isObject()
                                        : AsyncApi.class.getResource("/org/hfsregistry/contract/" + ref.asString())
                                                != null)
                        .as("%s", ref)
                        .isTrue());
    }

    static Stream<Arguments> topics() {
        Topics topics = new Topics("");
        return Stream.of(
                Arguments.of("submitted", topics.submitted(), EventType.OUTCOME_SUBMITTED_V1),
                Arguments.of("treatments", topics.treatments(), EventType.TREATMENT_CHANGED_V1),
                Arguments.of("hospitals", topics.hospitals(), EventType.HOSPITAL_CHANGED_V1),
                Arguments.of("quarantine", topics.quarantine(), EventType.QUARANTINE_CHANGED_V1));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_channel_is_the_topic(String channel, Topics.Topic topic, String type) {
        JsonNode described = description.document().at("/channels/" + channel);
        JsonNode configuration = described.at("/bindings/kafka/topicConfiguration");

        assertThat(description.document().path("channels").propertyNames()).hasSize(4);
        assertThat(described.path("address").asString()).isEqualTo(topic.name());
        assertThat(described.at("/bindings/kafka/partitions").asInt()).isEqualTo(topic.partitions());
        // what is not set for a topic is Kafka's own choice
        assertThat(configuration.at("/cleanup.policy/0").asString())
                .isEqualTo(topic.configuration().getOrDefault("cleanup.policy", "delete"));
        assertThat(configuration.path("max.compaction.lag.ms").asString(""))
                .isEqualTo(topic.configuration().getOrDefault("max.compaction.lag.ms", ""));
        assertThat(configuration.path("delete.retention.ms").asString(""))
                .isEqualTo(topic.configuration().getOrDefault("delete.retention.ms", ""));
        assertThat(configuration.path("retention.ms").asString(""))
                .isEqualTo(topic.configuration().getOrDefault("retention.ms", ""));
        assertThat(description
                        .message(channel)
                        .findValues("ce_type")
                        .getFirst()
                        .path("const")
                        .asString())
                .isEqualTo(type);
    }

    @Test
    void the_client_that_submitted_has_its_header() {
        assertThat(description.message("submitted").findValues("required").toString())
                .contains("\"ce_" + EventType.SUBMITTED_BY + "\"");
    }

    @Test
    void an_erasure_is_an_event_of_its_own() {
        assertThat(description
                        .messageNamed("patientErasure")
                        .findValues("ce_type")
                        .getFirst()
                        .path("const")
                        .asString())
                .isEqualTo(EventType.PATIENT_ERASURE_V1);
        Map<String, String> headers = Map.of(
                "ce_specversion", "1.0",
                "ce_id", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "ce_type", EventType.PATIENT_ERASURE_V1,
                "ce_source", "/hospitals/" + Examples.HOSPITAL,
                "ce_subject", Examples.HOSPITAL,
                "ce_time", "2024-02-01T12:00:00Z",
                "ce_submittedby", "client",
                "content-type", "application/json");
        description.assertDescribed(
                description.messageNamed("patientErasure"),
                Examples.HOSPITAL,
                headers,
                DocumentJson.write(Documents.patientErasure()));
    }

    @Test
    void a_merge_is_an_event_of_its_own() {
        Map<String, String> headers = Map.of(
                "ce_specversion", "1.0",
                "ce_id", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "ce_type", EventType.PATIENT_MERGE_V1,
                "ce_source", "/hospitals/" + Examples.HOSPITAL,
                "ce_subject", Examples.HOSPITAL,
                "ce_time", "2024-02-01T12:00:00Z",
                "ce_submittedby", "client",
                "content-type", "application/json");
        description.assertDescribed(
                description.messageNamed("patientMerge"),
                Examples.HOSPITAL,
                headers,
                DocumentJson.write(Documents.patientMerge()));
    }

    static Stream<Outcome> outcomes() {
        return Examples.ofEachType().stream();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void golden_outcomes_are_its_payloads(Outcome outcome) {
        assertThat(description.payloadMisfits("submitted", JsonMapper.shared().readTree(OutcomeJson.write(outcome))))
                .isEmpty();
    }

    @Test
    void golden_documents_are_its_payloads() {
        assertThat(description.payloadMisfits(
                        "treatments", JsonMapper.shared().readTree(DocumentJson.write(Documents.treatment()))))
                .isEmpty();
        assertThat(description.payloadMisfits(
                        "treatments", JsonMapper.shared().readTree(DocumentJson.write(Documents.erasedTreatment()))))
                .isEmpty();
        assertThat(description.payloadMisfits(
                        "hospitals",
                        JsonMapper.shared()
                                .readTree(DocumentJson.write(
                                        Documents.hospital(2, Examples.eligibleCases(), Examples.hospitalProfile())))))
                .isEmpty();
        assertThat(description.payloadMisfits(
                        "quarantine", JsonMapper.shared().readTree(DocumentJson.write(Quarantines.example()))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "submitted, k1.0000000000000000000001, MRN 17",
        "submitted, t-mvd-1, t mvd 1",
        "submitted, hospitalId, hospital",
        "treatments, retracted, lost",
        "treatments, submittedBy, by",
        "treatments, E0, E9",
        "quarantine, CONFLICT, o-1 of 4711",
        "quarantine, oldestOpenAt, oldest"
    })
    void what_is_spoilt_is_none(String channel, String good, String bad) {
        byte[] json = switch (channel) {
            case "submitted" -> OutcomeJson.write(Examples.mvdOutcome());
            case "quarantine" -> DocumentJson.write(Quarantines.example());
            default -> DocumentJson.write(Documents.treatment());
        };
        JsonNode spoilt = JsonMapper.shared().readTree(new String(json, UTF_8).replace(good, bad));
        assertThat(description.payloadMisfits(channel, spoilt)).isNotEmpty();
    }
}
