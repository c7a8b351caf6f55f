package org.hfsregistry.registry.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings the database up, at start and before anything is followed or answered: the collection {@code schema} has a document a
 * step, which says since when it is begun and done.
 */
@Component
class SchemaVersions implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaVersions.class);
    private static final String DONE = "doneAt";

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> noted;
    private final List<SchemaStep> steps;

    SchemaVersions(MongoDatabase database, List<SchemaOwner> owners) {
        this.database = database;
        this.noted = database.getCollection("schema", BsonDocument.class);
        this.steps = owners.stream()
                .flatMap(owner -> owner.steps().stream())
                .sorted(Comparator.comparing(SchemaStep::id))
                .toList();
        if (steps.stream().map(SchemaStep::id).distinct().count() < steps.size()) {
            throw new IllegalStateException("two steps have one name: " + steps);
        }
    }

    /** @throws NewerSchema where a newer registry was here */
    @Override
    public void afterSingletonsInstantiated() {
        Set<String> done = done();
        for (SchemaStep step : steps) {
            if (!done.contains(step.id())) {
                carryOut(step);
            }
        }
    }

    /** A step is noted before it changes anything, so that an older registry which starts now does not. */
    private void carryOut(SchemaStep step) {
        LOG.info("Bringing the database to version {}: {}", step.version(), step.name());
        noted.updateOne(
                Filters.eq("_id", step.id()),
                Updates.combine(Updates.setOnInsert("version", step.version()), Updates.currentDate("begunAt")),
                new UpdateOptions().upsert(true));
        step.work().accept(database);
        noted.updateOne(Filters.eq("_id", step.id()), Updates.currentDate(DONE));
    }

    private Set<String> done() {
        int known = steps.stream().mapToInt(SchemaStep::version).max().orElse(0);
        Set<String> done = new HashSet<>();
        for (BsonDocument step : noted.find()) {
            int version = step.getInt32("version").getValue();
            if (version > known) {
                throw new NewerSchema(version, known);
            }
            if (step.containsKey(DONE)) {
                done.add(Stored.text(step, "_id"));
            }
        }
        return done;
    }
}
