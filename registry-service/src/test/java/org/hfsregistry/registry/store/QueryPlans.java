package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what is asked of the store, and says which of it would make a server read a whole collection. A real server is
 * asked for its plans; of any server it is checked that an index was made which begins with what a query names and sorts by.
 */
final class QueryPlans implements CommandListener {

    private static final Logger LOG = LoggerFactory.getLogger(QueryPlans.class);
    private static final int NO_SUCH_COMMAND = 59;

    /** A document a partition, a key or a step, or one. */
    private static final Set<String> SMALL = Set.of("positions", "log", "turnings", "schema");

    private static final Map<String, String> PARTS_OF_COMMANDS = Map.of("update", "updates", "delete", "deletes");

    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (Set.of("find", "aggregate", "distinct", "update", "delete", "findAndModify", "createIndexes")
                .contains(event.getCommandName())) {
            commands.add(BsonDocument.parse(event.getCommand().toJson()));
        }
    }

    /** Asks for the plan of each query that was made, where the server tells plans. */
    void check(MongoDatabase database) {
        assertThat(withoutIndex()).as("queries that no index answers").isEmpty();
        for (BsonDocument command : List.copyOf(commands)) {
            if (!command.containsKey("createIndexes") && !readsAll(command)) {
                if (!plan(database, command)) {
                    return;
                }
            }
        }
    }

    /** Whether the server tells plans. */
    private static boolean plan(MongoDatabase database, BsonDocument command) {
        return eachByItself(command).stream().allMatch(one -> {
            Optional<BsonDocument> plan = explained(database, one, "queryPlanner");
            plan.ifPresent(
                    told -> assertThat(told.toJson()).as("plan of %s", one).doesNotContain("COLLSCAN"));
            return plan.isPresent();
        });
    }

    /** Of several writes in a command each in one of its own: a server tells the plan of a single one only. */
    static List<BsonDocument> eachByItself(BsonDocument command) {
        return PARTS_OF_COMMANDS.entrySet().stream()
                .filter(part -> command.containsKey(part.getKey()))
                .findFirst()
                .map(part -> command.getArray(part.getValue()).stream()
                        .map(each -> command.clone().append(part.getValue(), new BsonArray(List.of(each))))
                        .toList())
                .orElse(List.of(command));
    }

    /** How many documents the server looks at to answer the last question; absent where it does not tell. */
    Optional<Integer> examined(MongoDatabase database) {
        BsonDocument last = commands.stream()
                .filter(command -> command.containsKey("find"))
                .reduce((_, later) -> later)
                .orElseThrow();
        return explained(database, last, "executionStats")
                .map(told -> told.getDocument("executionStats")
                        .getNumber("totalDocsExamined")
                        .intValue());
    }

    private static Optional<BsonDocument> explained(MongoDatabase database, BsonDocument command, String verbosity) {
        BsonDocument asked = command.clone();
        Set.of("$db", "lsid", "$clusterTime", "$readPreference", "txnNumber", "writeConcern", "readConcern")
                .forEach(asked::remove);
        try {
            return Optional.of(database.runCommand(
                    new BsonDocument("explain", asked).append("verbosity", new BsonString(verbosity)),
                    BsonDocument.class));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NO_SUCH_COMMAND) {
                throw e;
            }
            LOG.info("Skipped: this server tells no plans of queries; a mongod would be asked for them");
            return Optional.empty();
        }
    }

    /** Of the queries that were made, those of which no made index has the order and the beginning. */
    List<BsonDocument> withoutIndex() {
        return commands.stream()
                .filter(command -> !command.containsKey("createIndexes") && !readsAll(command))
                .filter(command -> !isIndexed(command))
                .toList();
    }

    /** On purpose, or of what is small. */
    private static boolean readsAll(BsonDocument command) {
        return SMALL.contains(collection(command))
                || (command.containsKey("find")
                        && command.getDocument("filter", new BsonDocument()).isEmpty()
                        && !command.containsKey("sort"));
    }

    private boolean isIndexed(BsonDocument command) {
        if (command.containsKey("distinct")) {
            return indexes(collection(command)).stream()
                    .anyMatch(index ->
                            index.getFirst().equals(command.getString("key").getValue()));
        }
        if (command.containsKey("aggregate")) {
            return isIndexed(command, firstMatch(command));
        }
        return PARTS_OF_COMMANDS.entrySet().stream()
                .filter(part -> command.containsKey(part.getKey()))
                .findFirst()
                .map(part -> command.getArray(part.getValue()).stream()
                        .allMatch(each -> isIndexed(command, each.asDocument().getDocument("q"))))
                .orElseGet(() -> isIndexed(
                        command,
                        command.getDocument(command.containsKey("find") ? "filter" : "query", new BsonDocument())));
    }

    /** What the documents that go into it have to meet; nothing where all do. */
    private static BsonDocument firstMatch(BsonDocument command) {
        return command.getArray("pipeline").stream()
                .limit(1)
                .map(stage -> stage.asDocument().getDocument("$match", new BsonDocument()))
                .findFirst()
                .orElseGet(BsonDocument::new);
    }

    private boolean isIndexed(BsonDocument command, BsonDocument filter) {
        List<String> sort =
                List.copyOf(command.getDocument("sort", new BsonDocument()).keySet());
        return ways(filter).stream()
                .allMatch(
                        way -> indexes(collection(command)).stream().anyMatch(index -> way.isAnsweredBy(index, sort)));
    }

    /** The fields of each index that was made. */
    List<List<String>> indexes(String collection) {
        List<List<String>> indexes = new ArrayList<>();
        indexes.add(List.of("_id"));
        commands.stream()
                .filter(command -> command.containsKey("createIndexes")
                        && collection(command).equals(collection))
                .flatMap(command -> command.getArray("indexes").stream())
                .forEach(index -> indexes.add(
                        List.copyOf(index.asDocument().getDocument("key").keySet())));
        return indexes;
    }

    private static String collection(BsonDocument command) {
        return command.getString(command.getFirstKey()).getValue();
    }

    /** What must hold together, once for each of the alternatives. */
    private static List<Way> ways(BsonDocument filter) {
        List<Way> ways = List.of(new Way(Set.of(), Set.of()));
        for (Map.Entry<String, BsonValue> demand : filter.entrySet()) {
            BsonValue value = demand.getValue();
            List<Way> more = switch (demand.getKey()) {
                case "$and" -> all(value.asArray());
                case "$or" ->
                    value.asArray().stream()
                            .flatMap(each -> ways(each.asDocument()).stream())
                            .toList();
                default -> List.of(Way.of(demand.getKey(), value));
            };
            ways = both(ways, more);
        }
        return ways;
    }

    private static List<Way> all(BsonArray demands) {
        List<Way> ways = List.of(new Way(Set.of(), Set.of()));
        for (BsonValue each : demands) {
            ways = both(ways, ways(each.asDocument()));
        }
        return ways;
    }

    private static List<Way> both(List<Way> some, List<Way> others) {
        return some.stream().flatMap(one -> others.stream().map(one::and)).toList();
    }

    /** Fields that have one of some values, and fields that are in a range. */
    private record Way(Set<String> equal, Set<String> ranged) {

        static Way of(String field, BsonValue value) {
            boolean equal = !value.isDocument()
                    || !Objects.requireNonNullElse(firstKey(value.asDocument()), "")
                            .startsWith("$")
                    || value.asDocument().containsKey("$in")
                    || value.asDocument().containsKey("$eq");
            return equal ? new Way(Set.of(field), Set.of()) : new Way(Set.of(), Set.of(field));
        }

        private static String firstKey(BsonDocument document) {
            return document.isEmpty() ? "" : document.getFirstKey();
        }

        Way and(Way other) {
            return new Way(union(equal, other.equal), union(ranged, other.ranged));
        }

        private static Set<String> union(Set<String> some, Set<String> others) {
            Set<String> all = new HashSet<>(some);
            all.addAll(others);
            return all;
        }

        /** The index begins with what is named, and goes on as is sorted. */
        boolean isAnsweredBy(List<String> index, List<String> sort) {
            int named = 0;
            while (named < index.size() && equal.contains(index.get(named))) {
                named++;
            }
            if (sort.isEmpty()) {
                return named > 0 || ranged.contains(index.getFirst());
            }
            int sorted = Math.min(index.size(), named + sort.size());
            return (named > 0 && equal.containsAll(sort))
                    || index.subList(named, sorted).equals(sort);
        }
    }
}
