package org.hfsregistry.registry.history.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.hfsregistry.registry.mongodb.Stored;

/**
 * The keys of entries in the order in which they were decided. A hospital's entries are in more than one partition where an earlier
 * version followed a log whose partitions were added to. Those of one partition keep its order, whatever the clocks of several instances say.
 */
record KeysInTime(List<String> keys) {

    /** Of entries that come in the order of their keys. */
    static KeysInTime of(Iterable<BsonDocument> entries) {
        Map<Integer, Instant> latest = new HashMap<>();
        List<Timed> timed = new ArrayList<>();
        for (BsonDocument entry : entries) {
            Instant at = latest.merge(
                    Stored.position(entry.getDocument("position")).partition(),
                    Stored.time(entry, "decidedAt"),
                    (before, now) -> before.isAfter(now) ? before : now);
            timed.add(new Timed(at, Stored.text(entry, "_id")));
        }
        timed.sort(Comparator.comparing(Timed::at).thenComparing(Timed::key));
        return new KeysInTime(timed.stream().map(Timed::key).toList());
    }

    /** Those that follow one, or the first; of one that was erased meanwhile nobody knows more than its key. */
    List<String> after(Optional<String> last, int limit) {
        int at = last.map(keys::indexOf).orElse(-1);
        Stream<String> rest = at < 0 && last.isPresent()
                ? keys.stream().filter(key -> key.compareTo(last.get()) > 0)
                : keys.stream().skip(at + 1L);
        return rest.limit(limit).toList();
    }

    private record Timed(Instant at, String key) {}
}
