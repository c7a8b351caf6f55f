package org.hfsregistry.registry.treatment.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.mongodb.Stored;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Kept;
import org.hfsregistry.registry.treatment.KeptDossiers;
import org.hfsregistry.registry.treatment.Treatment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** The collections {@code treatments} and {@code hospitals}, read by nothing but their keys. */
@Repository
class MongoKeptDossiers implements KeptDossiers {

    private static final Logger LOG = LoggerFactory.getLogger(MongoKeptDossiers.class);
    private static final String AFTER_HOSPITAL = "/";
    private static final String PAST_TREATMENTS =
            "0"; // the next character after the one between hospital and treatment

    private final MongoCollection<BsonDocument> treatments;
    private final MongoCollection<BsonDocument> hospitals;

    MongoKeptDossiers(MongoDatabase database) {
        this.treatments = database.getCollection("treatments", BsonDocument.class);
        this.hospitals = database.getCollection("hospitals", BsonDocument.class);
    }

    @Override
    public Keys keys() {
        Keys keys = new Keys(new HashSet<>(), new ArrayList<>());
        read(treatments, key -> key.contains(AFTER_HOSPITAL), keys);
        read(hospitals, key -> !key.contains(AFTER_HOSPITAL), keys);
        return keys;
    }

    private static void read(MongoCollection<BsonDocument> collection, Predicate<String> isPlace, Keys keys) {
        for (BsonDocument stored : collection.find().projection(Projections.include("_id"))) {
            String key = Stored.anyKey(stored);
            if (stored.isString("_id") && isPlace.test(key)) {
                keys.hospitals().add(key.split(AFTER_HOSPITAL, 2)[0]);
            } else {
                keys.strays().add(collection.getNamespace().getCollectionName() + ": " + key);
            }
        }
    }

    @Override
    public List<Kept> of(Set<String> hospitalIds) {
        List<Kept> kept = new ArrayList<>();
        hospitalIds.forEach(id -> treatments
                .find(Filters.and(Filters.gte("_id", id + AFTER_HOSPITAL), Filters.lt("_id", id + PAST_TREATMENTS)))
                .forEach(stored -> kept.add(kept(stored, MongoTreatments::read))));
        if (!hospitalIds.isEmpty()) {
            hospitals
                    .find(Filters.in("_id", hospitalIds))
                    .forEach(stored -> kept.add(kept(stored, MongoHospitals::read)));
        }
        return kept;
    }

    private static Kept kept(BsonDocument stored, Function<BsonDocument, Dossier<?>> read) {
        Place place = place(Stored.text(stored, "_id"));
        Optional<Dossier<?>> dossier = read(stored, place, read);
        boolean isFoundByItsContent = dossier.filter(
                        each -> each instanceof Treatment treatment && !MongoTreatments.isFound(stored, treatment))
                .isEmpty();
        return new Kept(place, version(stored), isFoundByItsContent, dossier);
    }

    private static long version(BsonDocument stored) {
        long version = stored.isInt32("version") || stored.isInt64("version")
                ? stored.getNumber("version").longValue()
                : Revised.DAMAGED;
        return version > 0 ? version : Revised.DAMAGED;
    }

    private static Optional<Dossier<?>> read(
            BsonDocument stored, Place place, Function<BsonDocument, Dossier<?>> read) {
        try {
            return Optional.<Dossier<?>>of(read.apply(stored))
                    .filter(dossier -> dossier.place().equals(place));
        } catch (RuntimeException e) {
            LOG.error("The document {} can't be read", place.id(), e);
            return Optional.empty();
        }
    }

    private static Place place(String id) {
        String[] parts = id.split(AFTER_HOSPITAL, 2);
        return parts.length == 1 ? new Place.OfHospital(id) : new Place.OfTreatment(parts[0], parts[1]);
    }
}
