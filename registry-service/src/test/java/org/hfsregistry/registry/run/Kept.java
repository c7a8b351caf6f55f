package org.hfsregistry.registry.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** All that a registry keeps, but for the times at which it did so: what two registries of the same log must agree on. */
final class Kept {

    private static final List<String> COLLECTIONS =
            List.of("treatments", "hospitals", "outcomes", "history", "quarantine");
    private static final List<String> TIMES = List.of("changedAt", "registeredAt", "decidedAt", "quarantinedAt");

    private Kept() {}

    /** By the name of the collection and the id of the document. */
    static Map<String, Map<String, Document>> by(Registry registry) {
        Map<String, Map<String, Document>> kept = new TreeMap<>();
        COLLECTIONS.forEach(collection -> kept.put(collection, withoutTimes(registry.stored(collection))));
        return kept;
    }

    private static Map<String, Document> withoutTimes(Map<String, Document> documents) {
        Map<String, Document> without = new TreeMap<>();
        documents.forEach((id, document) -> without.put(id, withoutTimes(document)));
        return without;
    }

    private static Document withoutTimes(Document document) {
        Document without = new Document();
        document.forEach((field, value) -> {
            if (!TIMES.contains(field)) {
                without.put(field, withoutTimes(value));
            }
        });
        return without;
    }

    private static Object withoutTimes(Object value) {
        return switch (value) {
            case Document document -> withoutTimes(document);
            case List<?> list -> list.stream().map(Kept::withoutTimes).toList();
            default -> value;
        };
    }
}
