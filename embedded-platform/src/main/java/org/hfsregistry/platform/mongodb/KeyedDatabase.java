package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database that looks up by {@code _id} whatever query names one, and soon; see {@link IdIndex} and {@link IdKeyType}. */
final class KeyedDatabase extends H2Database {

    private static final String INDEX_ON_ID = "_id_";

    private final MVStore store;

    KeyedDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
        this.store = store;
        super.initializeNamespacesAndIndexes();
    }

    /** The server's own constructor calls it, before there is a store to open indexes in. */
    @Override
    protected void initializeNamespacesAndIndexes() {}

    /** An empty index is filled from the collection. Where the server's own is, the server itself wrote last, and ours is old. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (!IdIndex.isFor(keys)) {
            return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
        }
        String serversOwn = getFullCollectionNamespace(collection) + "._index_" + name;
        if (store.hasMap(serversOwn)) {
            store.removeMap(serversOwn);
            store.removeMap(idsOf(collection));
        }
        return new IdIndex(
                store.openMap(idsOf(collection), new MVMap.Builder<KeyValue, Object>().keyType(new IdKeyType())),
                name,
                keys);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        if (name.equals(INDEX_ON_ID)) {
            store.removeMap(idsOf(collection.getCollectionName()));
        }
    }

    private String idsOf(String collection) {
        return getFullCollectionNamespace(collection) + "._ids";
    }
}
