package org.hfsregistry.registry.page.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that an outcome tells, in words. It goes by the names of the contract's JSON, so nothing that is reported is left out
 * of a page.
 */
record Told(String field, String value) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Set<String> TOLD_ELSEWHERE =
            Set.of("type", "outcomeId", "revision", "hospitalId", "patientId", "treatmentId");
    private static final String DAY = "On";

    /** Everything that an outcome tells. */
    static List<Told> of(Outcome outcome, Say say) {
        List<Told> told = new ArrayList<>();
        add(JSON.readTree(OutcomeJson.write(outcome)), say, told);
        return told;
    }

    /** Its JSON, to be read by people. */
    static String indented(String json) {
        return JSON.writeValueAsString(JSON.readTree(json));
    }

    private static void add(JsonNode object, Say say, List<Told> told) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject() && !value.has("instrument")) {
                add(value, say, told);
            } else if (!TOLD_ELSEWHERE.contains(name)) {
                told.add(new Told(say.code("field", name), words(name, value, say)));
            }
        }
    }

    private static String words(String name, JsonNode value, Say say) {
        if (value.isArray()) {
            return value.valueStream().map(each -> words(name, each, say)).collect(Collectors.joining(", "));
        }
        if (value.has("instrument")) {
            return say.word(
                    "score", code("instrument", value.path("instrument"), say), number(value.path("score"), say));
        }
        if (value.has("course")) {
            return say.word(
                    "complication", code("kind", value.path("kind"), say), code("course", value.path("course"), say));
        }
        if (value.isBoolean()) {
            return say.word(value.asBoolean() ? "yes" : "no");
        }
        if (value.isNumber()) {
            return name.endsWith("Year") || name.equals("year") ? value.asString() : number(value, say);
        }
        return name.endsWith(DAY) ? say.day(LocalDate.parse(value.asString())) : code(name, value, say);
    }

    private static String number(JsonNode value, Say say) {
        return say.number(value.asDouble());
    }

    /** As the field has it, else as any has it. */
    private static String code(String field, JsonNode value, Say say) {
        String code = value.asString();
        String own = say.code("code." + field, code);
        return own.equals(code) ? say.code("code", code) : own;
    }
}
