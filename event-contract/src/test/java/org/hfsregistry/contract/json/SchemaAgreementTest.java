package org.hfsregistry.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schema and the reader say the same of valid outcomes and of hundreds of spoilt ones. */
class SchemaAgreementTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** What the reader refuses by comparing dates, which a schema can't say. */
    private static final Set<String> BEYOND_SCHEMA =
            Set.of("BORN_AFTER_TREATED", "TOO_OLD", "ONSET_AFTER_TREATED", "ONSET_BEFORE_BORN", "ONSET_AFTER_RELIEF");

    private static JsonNode schemaText;
    private static Schema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (var in =
                OutcomeJson.class.getResourceAsStream("/org/hfsregistry/contract/schema/v1/outcome.schema.json")) {
            schemaText = MAPPER.readTree(Objects.requireNonNull(in));
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText);
    }

    static Stream<Outcome> outcomes() {
        return Examples.ofEachType().stream();
    }

    @ParameterizedTest
    @EnumSource
    void has_the_fields_of_the_reader_in_their_order(OutcomeType type) {
        ObjectNode properties = (ObjectNode) schemaText.at("/$defs/" + type.code() + "/properties");
        List<String> required = new ArrayList<>();
        schemaText.at("/$defs/" + type.code() + "/required").forEach(name -> required.add(name.asString()));

        var fields = AnyOutcome.of(type).fields();

        assertThat(properties.propertyNames())
                .containsExactlyElementsOf(fields.stream().map(Field::name).toList());
        // hospitalId has the caller's as its default, revision the first
        assertThat(required)
                .containsExactlyElementsOf(
                        fields.stream().filter(Field::required).map(Field::name).toList());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void agrees_on_a_valid_outcome(Outcome outcome) {
        assertThat(schema.validate(tree(outcome))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void agrees_on_every_spoilt_outcome(Outcome outcome) {
        List<ObjectNode> spoilt = new ArrayList<>();
        spoil(tree(outcome), tree(outcome), spoilt);

        assertThat(spoilt).hasSizeGreaterThan(30).allSatisfy(SchemaAgreementTest::agree);
    }

    @Test
    void knows_every_type() {
        assertThat(schemaText.at("/oneOf").size()).isEqualTo(OutcomeType.values().length);
    }

    private static void agree(JsonNode spoilt) {
        byte[] json = MAPPER.writeValueAsBytes(spoilt);
        boolean valid = schema.validate(spoilt).isEmpty();
        OutcomeReading reading = OutcomeJson.read(json, Submission.REGISTRY);
        boolean accepted = switch (reading) {
            case OutcomeReading.Accepted ignored -> true;
            case OutcomeReading.Refused refused ->
                refused.faults().stream().allMatch(fault -> BEYOND_SCHEMA.contains(fault.code()));
        };
        assertThat(accepted).as("%s%n%s", new String(json, UTF_8), reading).isEqualTo(valid);
    }

    /** Each field in turn taken out, and replaced by values of other kinds and beyond every range. */
    private static void spoil(ObjectNode whole, ObjectNode part, List<ObjectNode> into) {
        for (Map.Entry<String, JsonNode> field : List.copyOf(part.properties())) {
            // the patient id's own form is the reader's parameter; the default hospital is the caller's
            if (field.getKey().equals("patientId") || field.getKey().equals("hospitalId")) {
                continue;
            }
            JsonNode kept = field.getValue();
            part.remove(field.getKey());
            into.add(whole.deepCopy());
            for (String value : List.of(
                    "\"x y\"",
                    "\"\"",
                    "-1",
                    "0",
                    "3",
                    "4",
                    "29",
                    "61",
                    "121",
                    "1e9",
                    "2.5",
                    "true",
                    "{}",
                    "[]",
                    "[1]",
                    "null",
                    "[null]",
                    "\"1899-12-31\"",
                    "\"1900-01-01\"")) {
                part.set(field.getKey(), MAPPER.readTree(value));
                into.add(whole.deepCopy());
            }
            part.set(field.getKey(), kept);
            descend(whole, kept, into);
        }
        part.put("unheardOf", 1);
        into.add(whole.deepCopy());
        part.remove("unheardOf");
    }

    private static void descend(ObjectNode whole, JsonNode value, List<ObjectNode> into) {
        if (value instanceof ObjectNode object) {
            spoil(whole, object, into);
        } else if (value instanceof ArrayNode array && !array.isEmpty() && array.get(0) instanceof ObjectNode object) {
            spoil(whole, object, into);
        }
    }

    private static ObjectNode tree(Outcome outcome) {
        return (ObjectNode) MAPPER.readTree(OutcomeJson.write(outcome));
    }
}
