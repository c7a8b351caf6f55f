package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index on {@code _id}, asked also where a query names an {@code _id} among other things.
 *
 * <p>The server's own index answers queries for nothing but an {@code _id}; any other reads the whole collection, and so a
 * compare-and-set would take longer with each document. What the index finds is compared with the whole query afterwards.
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
        return byId(query).filter(super::canHandle).isPresent();
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        return super.getPositions(byId(query).orElseThrow());
    }

    /** The part of a query that names an {@code _id}: the query itself, or one of what it demands together. */
    private static Optional<Document> byId(Document query) {
        if (query.containsKey(ID)) {
            return Optional.of(new Document(ID, query.get(ID)));
        }
        return query.get("$and") instanceof Collection<?> demands
                ? demands.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .filter(demand -> demand.containsKey(ID))
                        .map(demand -> new Document(ID, demand.get(ID)))
                        .findFirst()
                : Optional.empty();
    }

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
