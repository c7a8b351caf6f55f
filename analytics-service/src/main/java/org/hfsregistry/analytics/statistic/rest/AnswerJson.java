package org.hfsregistry.analytics.statistic.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.contract.topic.Topics;

/** An answer as it stands in JSON. */
final class AnswerJson {
    private static final Topics TOPICS = new Topics("");

    private AnswerJson() {}

    /** With the places of the log or without them: each is seen to move by the changes that came. */
    static Map<String, Object> of(Answer answer, boolean positions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("definition", definition(answer.definition()));
        json.put("parameters", answer.parameters());
        json.put("asOf", answer.asOf().toString());
        json.put("dataVersion", answer.positions().dataVersion());
        if (positions) {
            json.put("positions", positions(answer.positions()));
        }
        json.put("network", answer.network());
        json.put("groups", answer.groups());
        return json;
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
}
