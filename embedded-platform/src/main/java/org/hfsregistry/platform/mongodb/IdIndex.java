package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index on {@code _id}, asked also where a query names an {@code _id} among other things.
 *
 * <p>The server's own index answers queries for nothing but an {@code _id}; any other reads the whole collection, and so a
 * compare-and-set would take longer with each document, and so would all documents of a hospital, which are a range of ids
 * that are texts. What the index finds is compared with the whole query afterwards.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {

    private static final String ID = "_id";

    private final MVMap<KeyValue, Object> positions;

    /** @param positions with keys of {@link IdKeyType} */
    IdIndex(MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.positions = positions;
    }

    /** Whether an index on these keys is the one on {@code _id}. */
    static boolean isFor(List<IndexKey> keys) {
        return keys.size() == 1 && keys.getFirst().getKey().equals(ID);
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return byId(query).isPresent() || range(query).isPresent();
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        return byId(query)
                .map(super::getPositions)
                .orElseGet(() -> within(range(query).orElseThrow()));
    }

    /** The part of a query that names an {@code _id}, or some. */
    private Optional<Document> byId(Document query) {
        return demandsOfId(query)
                .map(demand -> new Document(ID, demand))
                .filter(super::canHandle)
                .findFirst();
    }

    /** Between which texts a query wants its {@code _id}s; one that has a beginning only may go on to the end. */
    private static Optional<Range> range(Document query) {
        return bound(query, Set.of("$gt", "$gte"))
                .flatMap(from -> bound(query, Set.of("$lt", "$lte")).map(to -> new Range(from, to)));
    }

    private static Optional<String> bound(Document query, Set<String> operators) {
        return demandsOfId(query)
                .filter(Document.class::isInstance)
                .flatMap(demand -> ((Document) demand).entrySet().stream())
                .filter(comparison -> operators.contains(comparison.getKey()))
                .map(Entry::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    /** What a query demands of an {@code _id}: by itself, or together with others. */
    private static Stream<@Nullable Object> demandsOfId(Document query) {
        Stream<Document> together = query.get("$and") instanceof Collection<?> demands
                ? demands.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.empty();
        return Stream.concat(Stream.of(query), together)
                .filter(demand -> demand.containsKey(ID))
                .map(demand -> demand.get(ID));
    }

    private List<Object> within(Range range) {
        List<Object> found = new ArrayList<>();
        Cursor<KeyValue, Object> cursor = positions.cursor(new KeyValue(range.from()), new KeyValue(range.to()), false);
        while (cursor.hasNext()) {
            cursor.next();
            found.add(cursor.getValue());
        }
        return found;
    }

    private record Range(String from, String to) {}

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
