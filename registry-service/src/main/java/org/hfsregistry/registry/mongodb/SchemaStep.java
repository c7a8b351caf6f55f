package org.hfsregistry.registry.mongodb;

import com.mongodb.client.MongoDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bson.conversions.Bson;

/**
 * A step by which a part of the database comes to a version of the schema.
 *
 * <p>It may be carried out again after a process was killed in the middle of it, by several processes at once, and late, when
 * later steps are done: it goes by what stands in the store, changes what is not changed yet, and finds nothing else.
 *
 * @param version that is reached when all its steps are done
 * @param name under which it is noted; unique among the steps of a version
 */
public record SchemaStep(int version, String name, Consumer<MongoDatabase> work) {

    /** Indexes of a collection. One that is there already stays as it is. */
    public static SchemaStep indexes(int version, String collection, Bson... keys) {
        List<Bson> all = Arrays.asList(keys);
        return new SchemaStep(
                version,
                "indexes of " + collection,
                database ->
                        all.forEach(each -> database.getCollection(collection).createIndex(each)));
    }

    /** The key in the store. Keys sort as versions do. */
    String id() {
        return "%05d %s".formatted(version, name);
    }
}
