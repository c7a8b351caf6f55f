package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The index on {@code _id}, asked also where a query names an {@code _id} among other things.
 *
 * <p>The server's own index answers queries for nothing but an {@code _id}; any other reads the whole collection, and so a
 * compare-and-set would take longer with each document. What the index finds is compared with the whole query afterwards.
 */
final class IdIndex extends Index<Object> {

    private static final String ID = "_id";

    private final Index<Object> index;

    IdIndex(Index<Object> index) {
        super(index.getName(), index.getKeys(), false);
        this.index = index;
    }

    /** Whether an index on these keys is the one on {@code _id}. */
    static boolean isFor(List<IndexKey> keys) {
        return keys.size() == 1 && keys.getFirst().getKey().equals(ID);
    }

    @Override
    public boolean canHandle(Document query) {
        return byId(query).filter(index::canHandle).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return index.getPositions(byId(query).orElseThrow());
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
    public Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return index.isUnique();
    }

    @Override
    public void drop() {
        index.drop();
    }
}
