package org.hfsregistry.registry.quarantine.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code quarantine}: one document a position, which is its key. Nothing of it changes but pseudonyms, and what was
 * sent of a patient that is erased goes.
 */
@Repository
class MongoQuarantine implements Quarantine, SchemaOwner {

    private static final Logger LOG = LoggerFactory.getLogger(MongoQuarantine.class);

    private static final String REDACTED = "redacted";
    private static final Bson NOT_REDACTED = Filters.exists(REDACTED, false);
    private static final int AT_ONCE = 500;

    private final MongoCollection<BsonDocument> collection;

    MongoQuarantine(MongoDatabase database) {
        this.collection = database.getCollection("quarantine", BsonDocument.class);
    }

    @Override
    public List<SchemaStep> steps() {
        return List.of(SchemaStep.indexes(1, "quarantine", Indexes.ascending("hospitalId", "_id")));
    }

    @Override
    public void add(List<Quarantined> quarantined) {
        boolean allNew = InsertOnly.add(
                collection, quarantined.stream().map(MongoQuarantine::write).toList());
        if (!allNew) {
            LOG.info("some of {} arrivals were in quarantine already", quarantined.size());
        }
    }

    @Override
    public List<Quarantined> of(String hospitalId, Optional<String> after, int limit) {
        Bson own = Filters.eq("hospitalId", hospitalId);
        return collection
                .find(after.map(id -> Filters.and(own, Filters.gt("_id", id))).orElse(own))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoQuarantine::read)
                .into(new ArrayList<>());
    }

    @Override
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new HashMap<>();
        collection
                .aggregate(List.of(
                        Aggregates.match(Filters.gte("hospitalId", "")),
                        Aggregates.group("$hospitalId", Accumulators.sum("size", 1))))
                .forEach(each -> sizes.put(
                        Stored.text(each, "_id"), each.getNumber("size").intValue()));
        return sizes;
    }

    @Override
    public List<Quarantined> find(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : collection
                        .find(Filters.in("_id", ids))
                        .map(MongoQuarantine::read)
                        .into(new ArrayList<>());
    }

    @Override
    public Optional<Quarantined> find(String id) {
        return Optional.ofNullable(collection
                .find(Filters.eq("_id", id))
                .map(MongoQuarantine::read)
                .first());
    }

    @Override
    public List<Quarantined> all(Optional<String> after, int limit) {
        return collection
                .find(after.map(id -> Filters.gt("_id", id)).orElseGet(Filters::empty))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoQuarantine::read)
                .into(new ArrayList<>());
    }

    @Override
    public void replace(List<Quarantined> quarantined) {
        if (!quarantined.isEmpty()) {
            collection.bulkWrite(quarantined.stream()
                    .map(each -> replacing(each.id(), write(each)))
                    .toList());
        }
    }

    @Override
    public void redact(List<Position> arrivals) {
        for (int from = 0; from < arrivals.size(); from += AT_ONCE) {
            List<String> ids = arrivals.subList(from, Math.min(arrivals.size(), from + AT_ONCE)).stream()
                    .map(Quarantined::id)
                    .toList();
            replace(collection
                    .find(Filters.and(Filters.in("_id", ids), NOT_REDACTED))
                    .map(stored -> read(stored).redacted())
                    .into(new ArrayList<>()));
        }
    }

    private static ReplaceOneModel<BsonDocument> replacing(String id, BsonDocument document) {
        return new ReplaceOneModel<>(Filters.and(Filters.eq("_id", id), NOT_REDACTED), document);
    }

    private static BsonDocument write(Quarantined quarantined) {
        Arrival arrival = quarantined.arrival();
        BsonDocument stored = new BsonDocument("_id", new BsonString(quarantined.id()));
        Stored.append(stored, "hospitalId", arrival.hospitalId());
        Stored.append(stored, "outcomeId", arrival.outcomeId());
        stored.append("position", Stored.position(arrival.position()))
                .append("submittedAt", Stored.time(arrival.submittedAt()))
                .append("submittedBy", new BsonString(arrival.submittedBy()))
                .append("quarantinedAt", Stored.time(quarantined.quarantinedAt()))
                .append("code", new BsonString(quarantined.refusal().code()))
                .append("message", new BsonString(quarantined.refusal().message()))
                .append("remedy", new BsonString(quarantined.refusal().remedy()));
        switch (arrival) {
            case Arrival.OfOutcome readable -> stored.append("outcome", Stored.outcome(readable.outcome()));
            case Arrival.Redacted _ -> stored.append(REDACTED, BsonBoolean.TRUE);
            case Arrival.OfErasure _, Arrival.OfMerge _, Arrival.Unreadable _ -> {}
        }
        return stored;
    }

    private static Quarantined read(BsonDocument stored) {
        Refusal refusal =
                new Refusal(Stored.text(stored, "code"), Stored.text(stored, "message"), Stored.text(stored, "remedy"));
        return new Quarantined(arrival(stored, refusal), refusal, Stored.time(stored, "quarantinedAt"));
    }

    private static Arrival arrival(BsonDocument stored, Refusal refusal) {
        if (stored.containsKey(REDACTED)) {
            return new Arrival.Redacted(
                    Stored.position(stored.getDocument("position")),
                    Stored.time(stored, "submittedAt"),
                    Stored.text(stored, "submittedBy"),
                    Stored.optionalText(stored, "hospitalId"),
                    Stored.optionalText(stored, "outcomeId"),
                    Optional.empty(),
                    Optional.empty());
        }
        return stored.containsKey("outcome")
                ? new Arrival.OfOutcome(
                        Stored.position(stored.getDocument("position")),
                        Stored.time(stored, "submittedAt"),
                        Stored.text(stored, "submittedBy"),
                        Stored.outcome(stored.getDocument("outcome")))
                : new Arrival.Unreadable(
                        Stored.position(stored.getDocument("position")),
                        Stored.time(stored, "submittedAt"),
                        Stored.text(stored, "submittedBy"),
                        Stored.optionalText(stored, "hospitalId"),
                        Stored.optionalText(stored, "outcomeId"),
                        refusal);
    }
}
