package org.hfsregistry.registry.run;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer of a verification or a rebuild. */
record Proof(List<JsonNode> findings, JsonNode summary) {

    static Proof of(String lines) {
        List<JsonNode> all =
                lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        return new Proof(
                all.stream()
                        .filter(line -> line.has("finding"))
                        .map(line -> line.get("finding"))
                        .toList(),
                all.getLast().required("summary"));
    }

    boolean isProved() {
        return summary.get("proved").asBoolean();
    }

    long count(String what) {
        return summary.get(what).asLong();
    }

    /** What is wrong, with the treatment where one is named. */
    List<String> found() {
        return findings.stream()
                .map(finding -> finding.get("what").asString()
                        + (finding.has("treatmentId")
                                ? " " + finding.get("treatmentId").asString()
                                : ""))
                .toList();
    }

    String message(int finding) {
        return findings.get(finding).get("message").asString();
    }

    /** The last seals, as somebody writes them down. */
    String[] heads() {
        return summary.get("heads")
                .valueStream()
                .map(head -> head.get("partition").asInt() + " "
                        + head.get("number").asLong() + " " + head.get("hash").asString())
                .toArray(String[]::new);
    }
}
