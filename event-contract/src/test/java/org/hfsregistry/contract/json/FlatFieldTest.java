package org.hfsregistry.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FlatFieldTest {

    private static JsonNode schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (var in =
                OutcomeJson.class.getResourceAsStream("/org/hfsregistry/contract/schema/v1/outcome.schema.json")) {
            schema = JsonMapper.shared().readTree(Objects.requireNonNull(in));
        }
    }

    @Test
    void are_those_of_the_published_schema_with_their_kinds() {
        Set<FlatField> published = new HashSet<>();
        for (OutcomeType type : OutcomeType.values()) {
            add("", schema.at("/$defs/" + type.code()), published);
        }

        assertThat(FlatField.all()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void have_one_kind_each_whatever_the_type_of_the_outcome() {
        assertThat(FlatField.all().stream().map(FlatField::name)).doesNotHaveDuplicates();
    }

    @Test
    void the_parts_of_an_object_follow_one_another() {
        List<String> objects = FlatField.all().stream()
                .map(field -> field.name().replaceFirst("\\.?[^.]*$", ""))
                .filter(object -> !object.isEmpty())
                .collect(Collectors.toList());
        Set<String> inOrder = new LinkedHashSet<>(objects);
        for (String object : inOrder) {
            List<String> names = FlatField.all().stream().map(FlatField::name).toList();
            List<Integer> at = names.stream()
                    .filter(name -> name.startsWith(object + "."))
                    .map(names::indexOf)
                    .toList();
            assertThat(at.getLast() - at.getFirst()).as(object).isEqualTo(at.size() - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sex, patient.sex",
        "Approach, operation.approach",
        "spasmGrad, spasmGrade",
        "patient.sexx, patient.sex",
        "treatmentID, treatmentId"
    })
    void the_nearest_name_is_the_one_that_was_meant(String given, String meant) {
        assertThat(FlatField.nearest(given)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zzzzzz", "colour of the eyes"})
    void what_is_near_to_none_is_not_guessed(String given) {
        assertThat(FlatField.nearest(given)).isEmpty();
    }

    private static void add(String before, JsonNode object, Set<FlatField> into) {
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            JsonNode value = resolved(property.getValue());
            if (value.has("properties")) {
                add(before + property.getKey() + ".", value, into);
            } else {
                into.add(new FlatField(before + property.getKey(), kind(value), codes(value)));
            }
        }
    }

    private static FlatField.Kind kind(JsonNode value) {
        JsonNode type = value.path("type");
        return switch (type.isArray() ? type.path(0).asString() : type.asString("code")) {
            case "integer" -> FlatField.Kind.WHOLE_NUMBER;
            case "number" -> FlatField.Kind.NUMBER;
            case "boolean" -> FlatField.Kind.FLAG;
            case "array" ->
                resolved(value.path("items")).has("properties") ? FlatField.Kind.COMPLICATIONS : FlatField.Kind.CODES;
            default -> value.path("format").asString("").equals("date") ? FlatField.Kind.DATE : FlatField.Kind.TEXT;
        };
    }

    private static List<String> codes(JsonNode value) {
        return resolved(value.path("items")).path("enum").values().stream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    /** What a field has where it is not null. */
    private static JsonNode resolved(JsonNode value) {
        if (value.has("anyOf")) {
            return resolved(value.path("anyOf").path(0));
        }
        return value.has("$ref") ? schema.at(value.path("$ref").asString().substring(1)) : value;
    }
}
