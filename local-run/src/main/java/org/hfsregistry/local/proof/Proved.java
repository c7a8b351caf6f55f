package org.hfsregistry.local.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a proof came to, or how far it is.
 *
 * @param unsealedEntries that came since the last seals
 * @param replaced documents that were put right
 * @param findings how often what is wrong
 * @param heads the last seal of each partition, a line each
 */
public record Proved(
        long seals,
        long sealedEntries,
        long unsealedEntries,
        long documents,
        long replaced,
        Map<String, Long> findings,
        List<String> heads) {

    static Proved read(JsonNode summary) {
        Map<String, Long> findings = new TreeMap<>();
        summary.path("findings")
                .properties()
                .forEach(each -> findings.put(each.getKey(), each.getValue().asLong()));
        return new Proved(
                summary.path("seals").asLong(),
                summary.path("sealedEntries").asLong(),
                summary.path("unsealedEntries").asLong(),
                summary.path("documents").asLong(),
                summary.path("replaced").asLong(),
                findings,
                summary.path("heads")
                        .valueStream()
                        .map(head -> "%d %d %s"
                                .formatted(
                                        head.path("partition").asInt(),
                                        head.path("number").asLong(),
                                        head.path("hash").asString()))
                        .toList());
    }

    /** How many documents are not what the history makes of them. */
    public long differing() {
        return findings.entrySet().stream()
                .filter(each -> each.getKey().startsWith("document-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether nothing is wrong but documents, and those were all put right. */
    public boolean isPutRight() {
        return replaced == findings.values().stream().mapToLong(each -> each).sum();
    }
}
