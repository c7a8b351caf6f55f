package org.hfsregistry.registry.history.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code history}: one document a position, which is its key. Positions are asked for one by one: those of a
 * batch, or of some hospitals, need not lie together, and keys that are named every server finds by its index.
 */
@Repository
class MongoHistory implements History, SchemaOwner {

    private static final String OUTCOME = "outcomeId";
    private static final String TREATMENT = "treatmentId";
    private static final String PATIENT = "patient";
    private static final String KEY_OF_PATIENT = "patientKey";
    private static final String BASIS = "basis";
    private static final String REGROUPED = StoredMerge.TREATMENTS + ".treatmentId";
    private static final String LEFT_OUT = StoredMerge.LEFT_OUT + ".treatmentId";

    private final MongoCollection<BsonDocument> collection;

    MongoHistory(MongoDatabase database) {
        this.collection = database.getCollection("history", BsonDocument.class);
    }

    @Override
    public List<SchemaStep> steps() {
        return List.of(
                SchemaStep.indexes(
                        1,
                        "history",
                        Indexes.ascending("hospitalId", TREATMENT, "_id"),
                        Indexes.ascending("hospitalId", "takenFrom.treatmentId", "_id")),
                new SchemaStep(3, "indexes of history of merges", MongoHistory::indexMerges));
    }

    /** Few entries are of merges, so the indexes have those alone. */
    private static void indexMerges(MongoDatabase database) {
        for (String field : List.of(REGROUPED, LEFT_OUT)) {
            database.getCollection("history")
                    .createIndex(
                            Indexes.ascending("hospitalId", field, "_id"),
                            new IndexOptions().partialFilterExpression(Filters.exists(field)));
        }
    }

    @Override
    public Map<Position, Decision> of(Collection<Arrival> arrivals) {
        Map<String, Arrival> byKey = arrivals.stream()
                .collect(Collectors.toMap(
                        arrival -> Stored.key(arrival.position()).getValue(), arrival -> arrival));
        Map<Position, Decision> decisions = new HashMap<>();
        for (BsonDocument stored : collection.find(Filters.in("_id", byKey.keySet()))) {
            Arrival arrival = Objects.requireNonNull(byKey.get(Stored.text(stored, "_id")));
            refuseAnotherLog(stored, arrival);
            decisions.put(
                    arrival.position(),
                    new Decision(
                            isOutcome(stored) ? arrival : arrival(stored),
                            StoredVerdict.read(stored),
                            Stored.time(stored, "decidedAt")));
        }
        return decisions;
    }

    /** Of a topic that was made anew, the same positions hold something else; its offsets must not be taken for known. */
    private static void refuseAnotherLog(BsonDocument stored, Arrival arrival) {
        boolean same = Stored.time(stored, "submittedAt").equals(arrival.submittedAt())
                && Stored.optionalText(stored, OUTCOME).equals(arrival.outcomeId());
        if (!same) {
            throw new IllegalStateException("the log holds at " + arrival.position()
                    + " another arrival than the history: it is not the log that this database followed");
        }
    }

    @Override
    public List<Decision> ofTreatment(Place.OfTreatment treatment, Optional<String> after, int limit) {
        String treatmentId = treatment.treatmentId();
        SortedMap<String, BsonDocument> about = about(
                treatment,
                Filters.or(
                        Filters.eq(TREATMENT, treatmentId),
                        Filters.eq("takenFrom.treatmentId", treatmentId),
                        Filters.eq(REGROUPED, treatmentId),
                        Filters.eq(LEFT_OUT, treatmentId)));
        Set<String> outcomeIds = about.values().stream()
                .filter(stored -> Stored.optionalText(stored, TREATMENT).equals(Optional.of(treatmentId)))
                .map(stored -> Stored.text(stored, OUTCOME))
                .collect(Collectors.toSet());
        if (!outcomeIds.isEmpty()) {
            about.putAll(about(treatment, Filters.in(MongoTraces.RETRACTS, outcomeIds)));
        }
        List<String> keys = KeysInTime.of(about.values()).after(after, limit);
        Map<String, Decision> decisions = new HashMap<>();
        for (BsonDocument stored :
                keys.isEmpty() ? List.<BsonDocument>of() : collection.find(Filters.in("_id", keys))) {
            if (!RedactedEntry.is(stored)) {
                decisions.put(Stored.text(stored, "_id"), read(stored));
            }
        }
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(decisions.get(key)).stream())
                .toList();
    }

    private SortedMap<String, BsonDocument> about(Place.OfTreatment treatment, Bson which) {
        SortedMap<String, BsonDocument> found = new TreeMap<>();
        collection
                .find(Filters.and(
                        Filters.eq("hospitalId", treatment.hospitalId()),
                        Filters.exists(RedactedEntry.REDACTED, false),
                        which))
                .projection(Projections.include("position", "decidedAt", OUTCOME, TREATMENT))
                .forEach(stored -> found.put(Stored.text(stored, "_id"), stored));
        return found;
    }

    /** Of an outcome or of a patient; what names no treatment and took nothing from one may be of neither. */
    static Decision read(BsonDocument stored) {
        return new Decision(arrival(stored), StoredVerdict.read(stored), Stored.time(stored, "decidedAt"));
    }

    /** Neither of an erasure nor of an erased patient; of an outcome, of a merge, or of what could not be read. */
    private static boolean isOutcome(BsonDocument stored) {
        return !RedactedEntry.is(stored) && !stored.containsKey(PATIENT);
    }

    private static Arrival arrival(BsonDocument stored) {
        if (RedactedEntry.is(stored)) {
            return RedactedEntry.read(stored);
        }
        Position position = Stored.position(stored.getDocument("position"));
        Instant submittedAt = Stored.time(stored, "submittedAt");
        String submittedBy = Stored.text(stored, "submittedBy");
        if (StoredMerge.is(stored)) {
            return StoredMerge.read(stored);
        }
        return stored.containsKey(PATIENT)
                ? new Arrival.OfErasure(
                        position,
                        submittedAt,
                        submittedBy,
                        Stored.text(stored, "hospitalId"),
                        new ErasedPatient.Marked(
                                new PatientMark(Stored.text(stored, PATIENT)),
                                Stored.optionalText(stored, KEY_OF_PATIENT)),
                        Stored.text(stored, BASIS))
                : new Arrival.OfOutcome(
                        position, submittedAt, submittedBy, Stored.outcome(stored.getDocument("outcome")));
    }

    @Override
    public boolean add(List<Decision> decisions) {
        return InsertOnly.add(
                collection, decisions.stream().map(MongoHistory::write).toList());
    }

    private static BsonDocument write(Decision decision) {
        Arrival arrival = decision.arrival();
        BsonDocument stored = new BsonDocument("_id", Stored.key(arrival.position()));
        Stored.append(stored, "hospitalId", arrival.hospitalId());
        Stored.append(stored, OUTCOME, arrival.outcomeId());
        stored.append("position", Stored.position(arrival.position()))
                .append("submittedAt", Stored.time(arrival.submittedAt()))
                .append("submittedBy", new BsonString(arrival.submittedBy()))
                .append("decidedAt", Stored.time(decision.decidedAt()));
        StoredVerdict.append(stored, decision.verdict());
        switch (arrival) {
            case Arrival.OfOutcome readable -> {
                if (readable.outcome() instanceof TreatmentOutcome outcome) {
                    stored.append(TREATMENT, new BsonString(outcome.treatmentId()));
                }
                stored.append("revision", new BsonInt32(readable.outcome().revision()))
                        .append("outcome", Stored.outcome(readable.outcome()));
            }
            case Arrival.OfErasure erasure -> {
                ErasedPatient.Marked patient = marked(erasure);
                stored.append(PATIENT, new BsonString(patient.mark().value()));
                Stored.append(stored, KEY_OF_PATIENT, patient.key());
                stored.append(BASIS, new BsonString(erasure.basis()));
            }
            case Arrival.OfMerge merge -> StoredMerge.append(stored, merge);
            case Arrival.Redacted redacted -> RedactedEntry.append(stored, redacted);
            case Arrival.Unreadable _ -> {}
        }
        return stored;
    }

    private static ErasedPatient.Marked marked(Arrival.OfErasure erasure) {
        return switch (erasure.patient()) {
            case ErasedPatient.Marked marked -> marked;
            case ErasedPatient.Named _ ->
                throw new IllegalStateException("the history keeps no pseudonym of an erased patient");
        };
    }
}
