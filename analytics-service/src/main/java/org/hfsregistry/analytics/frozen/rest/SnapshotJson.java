package org.hfsregistry.analytics.frozen.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.frozen.Snapshot;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.contract.topic.Topics;

/**
 * A snapshot as it stands in JSON, as an audience gets it.
 *
 * @param researchers who are told the places of the log; everybody would see in which each change came
 */
record SnapshotJson(Snapshot snapshot, boolean researchers) {
    private static final Topics TOPICS = new Topics("");

    /** What it is, without its numbers. */
    Map<String, Object> head() {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", snapshot.id());
        head.put("title", snapshot.title().text());
        head.put("frozenAt", snapshot.frozenAt().toString());
        head.put("asOf", snapshot.asOf().toString());
        head.put("dataVersion", snapshot.positions().dataVersion());
        head.put("checksum", snapshot.checksum(researchers).hex());
        head.put("answers", snapshot.parts(researchers).size());
        return head;
    }

    /** The same with definitions and places; its numbers follow. */
    Map<String, Object> whole() {
        Map<String, Object> whole = head();
        whole.remove("answers");
        if (researchers) {
            whole.put("positions", positions(snapshot.positions()));
        }
        whole.put(
                "definitions",
                snapshot.definitions().stream().map(SnapshotJson::definition).toList());
        return whole;
    }

    /** Where an answer is, before the answer itself. */
    Map<String, Object> part(Snapshot.Part part) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("question", part.asked().text());
        fields.put("href", part.asked().path(snapshot.id()));
        fields.put("checksum", part.checksum().hex());
        return fields;
    }

    private static Map<String, Object> definition(Definition definition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", definition.id());
        fields.put("text", definition.text());
        fields.put("source", definition.source());
        return fields;
    }

    private static Map<String, Object> positions(LogPositions positions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(TOPICS.treatments().name(), positions.treatments());
        fields.put(TOPICS.hospitals().name(), positions.hospitals());
        fields.put(TOPICS.quarantine().name(), positions.quarantine());
        return fields;
    }
}
