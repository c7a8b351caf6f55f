package org.hfsregistry.registry.treatment.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.registry.mongodb.Reading;
import org.hfsregistry.registry.mongodb.Stored;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Hospitals;
import org.springframework.stereotype.Repository;

/** The collection {@code hospitals}. */
@Repository
class MongoHospitals implements Hospitals {

    private final MongoCollection<BsonDocument> collection;
    private final VersionedDocuments<Hospital> documents;

    MongoHospitals(MongoDatabase database) {
        this.collection = database.getCollection("hospitals", BsonDocument.class);
        this.documents = new VersionedDocuments<>(collection, MongoHospitals::write, MongoHospitals::read);
    }

    @Override
    public List<Hospital> find(Set<String> ids) {
        return documents.find(ids);
    }

    @Override
    public boolean put(List<Revised<Hospital>> hospitals) {
        return documents.put(hospitals);
    }

    @Override
    public Stream<Hospital> reporting(Optional<String> hospitalId) {
        return Reading.stream(
                collection
                        .find(hospitalId.map(id -> Filters.eq("_id", id)).orElseGet(Filters::empty))
                        .sort(Sorts.ascending("_id")),
                MongoHospitals::read);
    }

    private static BsonDocument write(Hospital hospital) {
        return new BsonDocument("_id", new BsonString(hospital.document().id()))
                .append("version", new BsonInt64(hospital.version()))
                .append("hospital", Stored.json(DocumentJson.write(hospital.document())));
    }

    static Hospital read(BsonDocument stored) {
        return new Hospital(DocumentJson.hospital(Stored.json(stored.getDocument("hospital"))));
    }
}
