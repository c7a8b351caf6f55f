package org.hfsregistry.registry.erasure.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.erasure.Erasures;
import org.hfsregistry.registry.erasure.LastErased;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.mongodb.Reading;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code erasures}: a document an erasure; and the collection {@code tombstones}, which is asked at each batch: a
 * document a hospital that has erased anybody, with when it last did under which pseudonym key, and one a patient who was erased,
 * with nothing but its key.
 */
@Repository
class MongoErasures implements Erasures, SchemaOwner {

    private static final String LAST_UNDER = "lastUnder";
    private static final String UNKNOWN = "?";

    private final MongoCollection<BsonDocument> erasures;
    private final MongoCollection<BsonDocument> tombstones;

    MongoErasures(MongoDatabase database) {
        this.erasures = database.getCollection("erasures", BsonDocument.class);
        this.tombstones = database.getCollection("tombstones", BsonDocument.class);
    }

    /** Of the second version: a registry that knows no erasures must not write to a database that has some. */
    @Override
    public List<SchemaStep> steps() {
        return List.of(SchemaStep.indexes(2, "erasures", Indexes.ascending("hospitalId", "_id")));
    }

    /** The hospital's tombstone says until when from before the patients' are there. */
    @Override
    public void mark(String hospitalId, Set<PatientMark> marks, Optional<String> key, Instant at) {
        InsertOnly.add(
                tombstones,
                List.of(new BsonDocument("_id", new BsonString(hospitalId)).append(LAST_UNDER, new BsonDocument())));
        tombstones.updateOne(
                Filters.and(Filters.eq("_id", hospitalId), Filters.exists(LAST_UNDER)),
                Updates.max(LAST_UNDER + "." + key.orElse(UNKNOWN), Stored.time(at)));
        InsertOnly.add(
                tombstones,
                marks.stream()
                        .map(mark -> new BsonDocument("_id", new BsonString(key(new Patient(hospitalId, mark)))))
                        .toList());
    }

    @Override
    public void add(Erasure erasure) {
        InsertOnly.add(erasures, List.of(write(erasure)));
    }

    @Override
    public Map<String, LastErased> hospitals(Set<String> hospitalIds) {
        Map<String, LastErased> found = new HashMap<>();
        tombstones(hospitalIds).forEach(stored -> found.put(Stored.text(stored, "_id"), lastErased(stored)));
        return found;
    }

    /** One of an earlier version has no keys, and gets none: nobody knows under which it erased. */
    private static LastErased lastErased(BsonDocument stored) {
        if (!stored.containsKey(LAST_UNDER)) {
            return new LastErased(Map.of(), Optional.of(Instant.MAX));
        }
        BsonDocument last = stored.getDocument(LAST_UNDER);
        Map<String, Instant> underKeys = new HashMap<>();
        last.keySet().forEach(key -> underKeys.put(key, Stored.time(last, key)));
        return new LastErased(underKeys, Optional.ofNullable(underKeys.remove(UNKNOWN)));
    }

    @Override
    public Set<Patient> erased(Set<Patient> patients) {
        Map<String, Patient> byKey = new HashMap<>();
        patients.forEach(patient -> byKey.put(key(patient), patient));
        byKey.keySet().retainAll(keys(byKey.keySet()));
        return new HashSet<>(byKey.values());
    }

    private Set<String> keys(Set<String> asked) {
        return tombstones(asked).stream()
                .map(stored -> Stored.text(stored, "_id"))
                .collect(Collectors.toSet());
    }

    private List<BsonDocument> tombstones(Set<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : tombstones.find(Filters.in("_id", keys)).into(new ArrayList<>());
    }

    @Override
    public Optional<Erasure> find(String hospitalId, String id) {
        return Optional.ofNullable(erasures.find(Filters.eq("_id", id)).first())
                .map(MongoErasures::read)
                .filter(erasure -> erasure.hospitalId().equals(hospitalId));
    }

    @Override
    public List<Erasure> of(String hospitalId, Optional<String> after, int limit) {
        Bson own = Filters.eq("hospitalId", hospitalId);
        return erasures.find(
                        after.map(id -> Filters.and(own, Filters.gt("_id", id))).orElse(own))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoErasures::read)
                .into(new ArrayList<>());
    }

    @Override
    public Stream<Erasure> all() {
        return Reading.stream(erasures.find(), MongoErasures::read);
    }

    private static String key(Patient patient) {
        return patient.hospitalId() + "/" + patient.mark().value();
    }

    private static BsonDocument write(Erasure erasure) {
        return new BsonDocument("_id", new BsonString(erasure.id()))
                .append("hospitalId", new BsonString(erasure.hospitalId()))
                .append("patient", new BsonString(erasure.patient().value()))
                .append("position", Stored.position(erasure.position()))
                .append("at", Stored.time(erasure.at()))
                .append("basis", new BsonString(erasure.basis()))
                .append("by", new BsonString(erasure.by()))
                .append("treatments", new BsonInt32(erasure.treatments()))
                .append("entries", new BsonInt32(erasure.entries()));
    }

    private static Erasure read(BsonDocument stored) {
        return new Erasure(
                Stored.text(stored, "hospitalId"),
                new PatientMark(Stored.text(stored, "patient")),
                Stored.position(stored.getDocument("position")),
                Stored.time(stored, "at"),
                Stored.text(stored, "basis"),
                Stored.text(stored, "by"),
                stored.getInt32("treatments").getValue(),
                stored.getInt32("entries").getValue());
    }
}
