package org.hfsregistry.analytics.statistic.rest;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.WrittenAnswers;
import org.hfsregistry.contract.topic.Topics;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it stands in JSON. */
@Component
final class AnswerJson implements WrittenAnswers {
    private static final Topics TOPICS = new Topics("");
    private static final String HOSPITAL = "hospitalId";

    private final JsonMapper json;

    AnswerJson(JsonMapper json) {
        this.json = json;
    }

    /** With the places of the log or without them: each is seen to move by the changes that came. */
    @Override
    public byte[] json(Answer answer, boolean positions) {
        return json(answer, positions, List.of());
    }

    /** Also with the hospitals that were asked for and of which nobody knows; they stand among the groups as ones of too few. */
    byte[] json(Answer answer, boolean positions, List<String> unknownHospitals) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("definition", definition(answer.definition()));
        fields.put("parameters", answer.parameters());
        fields.put("asOf", answer.asOf().toString());
        fields.put("dataVersion", answer.positions().dataVersion());
        if (positions) {
            fields.put("positions", positions(answer.positions()));
        }
        fields.put("network", answer.network());
        fields.put("groups", answer.groups());
        note(unknownHospitals, fields);
        return json.writeValueAsBytes(fields);
    }

    private static void note(List<String> unknownHospitals, Map<String, Object> fields) {
        if (!unknownHospitals.isEmpty()) {
            fields.put("unknownHospitals", unknownHospitals);
            fields.put(
                    "note",
                    "Nothing is known of a hospital %s: no outcome of it counts. /v1/hospitals lists those there are."
                            .formatted(String.join(", nor of ", unknownHospitals)));
        }
    }

    private static Map<String, Object> definition(Definition definition) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", definition.id());
        json.put("text", definition.text());
        json.put("source", definition.source());
        return json;
    }

    private static Map<String, Object> positions(LogPositions positions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(TOPICS.treatments().name(), positions.treatments());
        json.put(TOPICS.hospitals().name(), positions.hospitals());
        if (!positions.quarantine().isEmpty()) {
            json.put(TOPICS.quarantine().name(), positions.quarantine());
        }
        return json;
    }

    /** An answer that was written, with the groups of these hospitals only; all where there are none. */
    byte[] only(Set<String> hospitals, byte[] written) {
        Read answer = read(written);
        Map<String, Map<String, Object>> known = new HashMap<>();
        answer.groups().forEach(group -> known.put(String.valueOf(group.get(HOSPITAL)), group));
        Map<String, Object> fields = new LinkedHashMap<>(json.readValue(written, new TypeReference<>() {}));
        fields.put(
                "groups",
                hospitals.stream()
                        .map(hospital -> known.getOrDefault(hospital, answer.groupOfFew(hospital)))
                        .toList());
        note(hospitals.stream().filter(hospital -> !known.containsKey(hospital)).toList(), fields);
        return json.writeValueAsBytes(fields);
    }

    /** What of an answer that was written makes a table. */
    Read read(byte[] written) {
        return json.readValue(written, Read.class);
    }

    /** What was written, so far as a table tells it. */
    record Read(
            Defined definition,
            Instant asOf,
            long dataVersion,
            Map<String, Object> network,
            List<Map<String, Object>> groups) {

        /** A hospital that is not among the groups is told as one of too few; the list of hospitals names it only. */
        private Map<String, Object> groupOfFew(String hospital) {
            Map<String, Object> group = new LinkedHashMap<>(Map.of(HOSPITAL, hospital));
            if (!definition.id().equals(Definition.HOSPITALS.id())) {
                group.put("status", "insufficient-data");
            }
            return group;
        }

        /** Its definition, so far as a table tells it. */
        record Defined(String id) {}
    }
}
