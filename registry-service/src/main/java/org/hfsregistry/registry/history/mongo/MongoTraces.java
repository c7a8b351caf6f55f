package org.hfsregistry.registry.history.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.history.Trace;
import org.hfsregistry.registry.history.Traces;
import org.hfsregistry.registry.mongodb.Reading;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.springframework.stereotype.Repository;

/** The collection {@code history}, as far as it tells of patients. */
@Repository
class MongoTraces implements Traces, SchemaOwner {

    private static final String PATIENT = "outcome.patientId";
    static final String RETRACTS = "outcome.retracts";

    private static final Bson TOLD = Projections.include(
            "position",
            "outcomeId",
            "treatmentId",
            "verdict",
            "retracts",
            PATIENT,
            RETRACTS,
            StoredMerge.STAYING,
            StoredMerge.MERGED);

    private final MongoCollection<BsonDocument> collection;

    MongoTraces(MongoDatabase database) {
        this.collection = database.getCollection("history", BsonDocument.class);
    }

    /** Of the entries, each index has those alone that have its field. */
    @Override
    public List<SchemaStep> steps() {
        return List.of(new SchemaStep(4, "indexes of history of patients", database -> {
            for (String field :
                    List.of(PATIENT, StoredMerge.STAYING, StoredMerge.MERGED, RETRACTS, RedactedEntry.RETRACTS)) {
                database.getCollection("history")
                        .createIndex(
                                Indexes.ascending("hospitalId", field),
                                new IndexOptions().partialFilterExpression(Filters.exists(field)));
            }
        }));
    }

    @Override
    public Stream<Trace> of(String hospitalId) {
        return Reading.stream(
                collection.find(Filters.eq("hospitalId", hospitalId)).projection(TOLD), MongoTraces::read);
    }

    /** One question with an index for each alternative: a server without indexes goes through the history once, not twice. */
    @Override
    public Stream<Trace> of(String hospitalId, Set<PatientPseudonym> patients) {
        List<String> ids = patients.stream().map(PatientPseudonym::value).toList();
        List<Bson> alternatives = Stream.of(
                        Filters.in(PATIENT, ids),
                        Filters.in(StoredMerge.STAYING, ids),
                        Filters.in(StoredMerge.MERGED, ids),
                        Filters.exists(RETRACTS),
                        Filters.exists(RedactedEntry.RETRACTS))
                .map(theirs -> Filters.and(Filters.eq("hospitalId", hospitalId), theirs))
                .toList();
        return Reading.stream(collection.find(Filters.or(alternatives)).projection(TOLD), MongoTraces::read);
    }

    @Override
    public List<Trace> at(List<Position> entries) {
        List<Trace> found = new ArrayList<>();
        someAtATime(
                entries,
                keys -> collection
                        .find(Filters.in("_id", keys))
                        .projection(TOLD)
                        .forEach(stored -> found.add(read(stored))));
        return found;
    }

    /** What is redacted already stays as it is, so that a process of yesterday changes nothing. */
    @Override
    public void redact(List<Position> entries, Position erasedBy) {
        someAtATime(entries, keys -> {
            List<ReplaceOneModel<BsonDocument>> redacted = new ArrayList<>();
            collection
                    .find(Filters.and(Filters.in("_id", keys), Filters.exists(RedactedEntry.ERASED_BY, false)))
                    .forEach(stored -> redacted.add(new ReplaceOneModel<>(
                            Filters.and(
                                    Filters.eq("_id", stored.get("_id")),
                                    Filters.exists(RedactedEntry.ERASED_BY, false)),
                            RedactedEntry.of(stored, erasedBy))));
            if (!redacted.isEmpty()) {
                collection.bulkWrite(redacted);
            }
        });
    }

    private static void someAtATime(List<Position> entries, Consumer<List<BsonString>> some) {
        for (int from = 0; from < entries.size(); from += Journal.MOST_OFFSETS) {
            some.accept(entries.subList(from, Math.min(entries.size(), from + Journal.MOST_OFFSETS)).stream()
                    .map(Stored::key)
                    .toList());
        }
    }

    private static Trace read(BsonDocument stored) {
        BsonDocument outcome = stored.getDocument("outcome", new BsonDocument());
        return new Trace(
                Stored.position(stored.getDocument("position")),
                Stored.optionalText(stored, "outcomeId"),
                Stream.of(
                                Stored.optionalText(outcome, "patientId"),
                                Stored.optionalText(stored, StoredMerge.STAYING),
                                Stored.optionalText(stored, StoredMerge.MERGED))
                        .flatMap(Optional::stream)
                        .map(PatientPseudonym::new)
                        .toList(),
                Optional.of(Stored.text(stored, "verdict"))
                        .filter(StoredVerdict::isFiled)
                        .flatMap(_ -> Stored.optionalText(stored, "treatmentId")),
                Stored.optionalText(outcome, "retracts").or(() -> Stored.optionalText(stored, RedactedEntry.RETRACTS)));
    }
}
