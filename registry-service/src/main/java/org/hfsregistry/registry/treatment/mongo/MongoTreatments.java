package org.hfsregistry.registry.treatment.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.registry.mongodb.Reading;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Repository;

/** The collection {@code treatments}: the document, and beside it the fields that it is found by. */
@Repository
class MongoTreatments implements Treatments, SchemaOwner {

    private static final List<String> FOUND_BY = List.of("hospitalId", "kind", "treatedOn", "patientId");

    private final MongoCollection<BsonDocument> collection;
    private final VersionedDocuments<Treatment> documents;

    MongoTreatments(MongoDatabase database) {
        this.collection = database.getCollection("treatments", BsonDocument.class);
        this.documents = new VersionedDocuments<>(collection, MongoTreatments::write, MongoTreatments::read);
    }

    @Override
    public List<SchemaStep> steps() {
        return List.of(SchemaStep.indexes(
                1,
                "treatments",
                Indexes.ascending("hospitalId", "_id"),
                Indexes.ascending("hospitalId", "patientId"),
                Indexes.ascending("hospitalId", "kind", "treatedOn", "_id")));
    }

    @Override
    public List<Treatment> find(Set<String> ids) {
        return documents.find(ids);
    }

    @Override
    public boolean put(List<Revised<Treatment>> treatments) {
        return documents.put(treatments);
    }

    @Override
    public List<Treatment> of(String hospitalId, Selection selection) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("hospitalId", hospitalId));
        filters.add(Filters.exists("treatedOn"));
        selection.kind().ifPresent(kind -> filters.add(Filters.eq("kind", kind.code())));
        selection.from().ifPresent(from -> filters.add(Filters.gte("treatedOn", from.toString())));
        selection.to().ifPresent(to -> filters.add(Filters.lte("treatedOn", to.toString())));
        selection.after().ifPresent(after -> filters.add(Filters.gt("_id", hospitalId + "/" + after)));
        return collection
                .find(Filters.and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(selection.limit())
                .map(MongoTreatments::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Treatment> ofPatient(String hospitalId, PatientPseudonym patient) {
        return collection
                .find(Filters.and(Filters.eq("hospitalId", hospitalId), Filters.eq("patientId", patient.value())))
                .map(MongoTreatments::read)
                .into(new ArrayList<>());
    }

    @Override
    public Stream<Treatment> operations(String hospitalId, Optional<LocalDate> from, LocalDate to) {
        List<Bson> filters = new ArrayList<>();
        filters.add(Filters.eq("hospitalId", hospitalId));
        filters.add(Filters.eq("kind", TreatmentKind.MVD.code()));
        from.ifPresent(day -> filters.add(Filters.gte("treatedOn", day.toString())));
        filters.add(Filters.lte("treatedOn", to.toString()));
        return Reading.stream(
                collection.find(Filters.and(filters)).sort(Sorts.ascending("treatedOn", "_id")), MongoTreatments::read);
    }

    @Override
    public Stream<Treatment> counting(Optional<String> hospitalId) {
        Bson counting = Filters.exists("treatedOn");
        return Reading.stream(
                collection
                        .find(hospitalId
                                .map(id -> Filters.and(Filters.eq("hospitalId", id), counting))
                                .orElse(counting))
                        .sort(Sorts.ascending("_id")),
                MongoTreatments::read);
    }

    @Override
    public List<Treatment> all(Optional<String> after, int limit) {
        return collection
                .find(after.map(id -> Filters.gt("_id", id)).orElseGet(Filters::empty))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoTreatments::read)
                .into(new ArrayList<>());
    }

    private static BsonDocument write(Treatment treatment) {
        TreatmentDocument document = treatment.document();
        BsonDocument stored = new BsonDocument("_id", new BsonString(document.id()))
                .append("hospitalId", new BsonString(document.hospitalId()));
        Stored.append(stored, "kind", document.kind().map(TreatmentKind::code));
        Stored.append(stored, "treatedOn", document.treatedOn().map(Object::toString));
        Stored.append(stored, "patientId", document.patientId().map(PatientPseudonym::value));
        return stored.append("version", new BsonInt64(document.version()))
                .append("treatment", Stored.json(DocumentJson.write(document)));
    }

    /** Whether it is found by what it says. */
    static boolean isFound(BsonDocument stored, Treatment treatment) {
        BsonDocument written = write(treatment);
        return FOUND_BY.stream().allMatch(field -> Objects.equals(stored.get(field), written.get(field)));
    }

    static Treatment read(BsonDocument stored) {
        return new Treatment(DocumentJson.treatment(Stored.json(stored.getDocument("treatment"))));
    }
}
