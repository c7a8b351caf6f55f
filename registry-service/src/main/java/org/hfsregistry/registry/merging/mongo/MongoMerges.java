package org.hfsregistry.registry.merging.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.merging.Merges;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.springframework.stereotype.Repository;

/** The collection {@code merges}: a document a merge and one an undoing; its position is the key. */
@Repository
class MongoMerges implements Merges, SchemaOwner {

    private static final String STATE = "state";
    static final String DONE = "done";
    private static final String STAYING = "staying";
    private static final String MERGED = "merged";

    private final MongoCollection<BsonDocument> collection;

    MongoMerges(MongoDatabase database) {
        this.collection = database.getCollection("merges", BsonDocument.class);
    }

    /** Of the third version: a registry that knows no merges must not write to a database that has some. */
    @Override
    public List<SchemaStep> steps() {
        return List.of(SchemaStep.indexes(
                3, "merges", Indexes.ascending("hospitalId", "_id"), Indexes.ascending(STATE, "hospitalId")));
    }

    @Override
    public void add(Merge merge) {
        InsertOnly.add(collection, List.of(write(merge)));
    }

    @Override
    public void undo(Position merge) {
        collection.updateOne(
                Filters.and(Filters.eq("_id", Stored.key(merge)), is(Merge.State.STANDING)), set(Merge.State.UNDONE));
    }

    @Override
    public void done(Position merge) {
        collection.updateOne(Filters.eq("_id", Stored.key(merge)), Updates.set(DONE, BsonBoolean.TRUE));
    }

    @Override
    public List<Merge> standing(Set<String> hospitalIds) {
        return collection
                .find(Filters.and(is(Merge.State.STANDING), Filters.in("hospitalId", hospitalIds)))
                .map(MongoMerges::read)
                .into(new ArrayList<>());
    }

    /** The keys of a partition sort as its positions do, and a hospital has one partition. */
    @Override
    public boolean isFollowed(String hospitalId, Position position) {
        return collection
                        .find(Filters.and(
                                Filters.eq("hospitalId", hospitalId), Filters.gt("_id", Stored.key(position))))
                        .first()
                != null;
    }

    @Override
    public Optional<Merge> find(String hospitalId, String id) {
        return Optional.ofNullable(collection
                        .find(Filters.and(Filters.eq("_id", id), Filters.exists(DONE)))
                        .first())
                .map(MongoMerges::read)
                .filter(merge -> merge.hospitalId().equals(hospitalId));
    }

    @Override
    public List<Merge> of(String hospitalId, Optional<String> after, int limit) {
        Bson own = Filters.and(Filters.eq("hospitalId", hospitalId), Filters.exists(DONE));
        return collection
                .find(after.map(id -> Filters.and(own, Filters.gt("_id", id))).orElse(own))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoMerges::read)
                .into(new ArrayList<>());
    }

    @Override
    public void redact(List<Position> positions) {
        collection.updateMany(
                Filters.and(
                        Filters.in("_id", positions.stream().map(Stored::key).toList()), Filters.exists(STAYING)),
                Updates.combine(set(Merge.State.ERASED), Updates.unset(STAYING), Updates.unset(MERGED)));
    }

    private static Bson is(Merge.State state) {
        return Filters.eq(STATE, state.code());
    }

    private static Bson set(Merge.State state) {
        return Updates.set(STATE, state.code());
    }

    private static BsonDocument write(Merge merge) {
        BsonDocument stored = new BsonDocument("_id", new BsonString(merge.id()))
                .append("hospitalId", new BsonString(merge.hospitalId()))
                .append("position", Stored.position(merge.position()))
                .append("undoes", BsonBoolean.valueOf(merge.undoes()))
                .append("requestedAt", Stored.time(merge.requestedAt()))
                .append("by", new BsonString(merge.by()))
                .append("at", Stored.time(merge.at()))
                .append(STATE, new BsonString(merge.state().code()))
                .append("treatments", new BsonInt32(merge.treatments()))
                .append("leftOut", new BsonInt32(merge.leftOut()));
        Stored.append(stored, "reason", merge.reason());
        merge.patients()
                .ifPresent(patients -> stored.append(
                                STAYING, new BsonString(patients.staying().value()))
                        .append(MERGED, new BsonString(patients.merged().value())));
        return stored;
    }

    static Merge read(BsonDocument stored) {
        String state = Stored.text(stored, STATE);
        return new Merge(
                Stored.text(stored, "hospitalId"),
                Stored.optionalText(stored, STAYING)
                        .map(staying -> new Merge.Patients(
                                new PatientPseudonym(staying), new PatientPseudonym(Stored.text(stored, MERGED)))),
                stored.getBoolean("undoes").getValue(),
                Stored.position(stored.getDocument("position")),
                Stored.time(stored, "requestedAt"),
                Stored.text(stored, "by"),
                Stored.time(stored, "at"),
                Stream.of(Merge.State.values())
                        .filter(each -> each.code().equals(state))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("stored state " + state)),
                Stored.optionalText(stored, "reason"),
                stored.getInt32("treatments").getValue(),
                stored.getInt32("leftOut").getValue());
    }
}
