package org.hfsregistry.registry.history.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.Fingerprint;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.history.Recorded;
import org.hfsregistry.registry.mongodb.Reading;
import org.hfsregistry.registry.mongodb.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** The collection {@code history}, read; positions one by one, as in {@link MongoHistory}. */
@Repository
class MongoJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(MongoJournal.class);

    private static final int KEYS_AT_ONCE = 10_000;

    private final MongoCollection<BsonDocument> collection;

    MongoJournal(MongoDatabase database) {
        this.collection = database.getCollection("history", BsonDocument.class);
    }

    @Override
    public List<Fingerprint> fingerprints(int partition, long from, long to) {
        return found(at(offsets(partition, from, to))).stream()
                .map(stored -> new Fingerprint(
                        position(stored),
                        text(stored, "hospitalId"),
                        text(stored, "treatmentId"),
                        RedactedEntry.erasedBy(stored),
                        RedactedEntry.contentHash(stored)))
                .toList();
    }

    @Override
    public List<Owned> owned(int partition, long from, long to) {
        List<Owned> owned = new ArrayList<>();
        collection
                .find(at(offsets(partition, from, to)))
                .projection(Projections.include("hospitalId"))
                .forEach(stored -> text(stored, "hospitalId")
                        .ifPresent(hospitalId ->
                                owned.add(new Owned(position(stored).offset(), hospitalId))));
        owned.sort(Comparator.comparingLong(Owned::offset));
        return owned;
    }

    @Override
    public Stream<Key> keys() {
        return Reading.stream(
                collection.find().projection(Projections.include("_id")), MongoJournal::key, KEYS_AT_ONCE);
    }

    private static Key key(BsonDocument stored) {
        String text = Stored.anyKey(stored);
        return new Key(text, stored.isString("_id") ? Position.ofKey(text) : Optional.empty());
    }

    @Override
    public Optional<Decision> at(Position position) {
        return Optional.ofNullable(
                        collection.find(Filters.eq("_id", Stored.key(position))).first())
                .flatMap(stored -> recorded(stored).decision());
    }

    @Override
    public List<Recorded> outcomes(Set<String> hospitalIds, List<Position> positions) {
        Bson ofThem = Filters.and(
                at(positions),
                Filters.in("hospitalId", hospitalIds),
                Filters.or(
                        Filters.exists("outcome"),
                        Filters.exists(RedactedEntry.REDACTED),
                        Filters.in(
                                "verdict",
                                StoredVerdict.ERASED,
                                StoredVerdict.MERGED,
                                StoredVerdict.PARTED,
                                StoredVerdict.NOT_MERGED)));
        return found(ofThem).stream().map(MongoJournal::recorded).toList();
    }

    private List<BsonDocument> found(Bson filter) {
        List<BsonDocument> found = collection.find(filter).into(new ArrayList<>());
        found.sort(Comparator.comparing(stored -> Stored.text(stored, "_id")));
        return found;
    }

    private static List<Position> offsets(int partition, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> new Position(partition, offset))
                .toList();
    }

    private static Bson at(List<Position> positions) {
        if (positions.size() > MOST_OFFSETS) {
            throw new IllegalArgumentException(positions.size() + " positions at once");
        }
        return Filters.in("_id", positions.stream().map(Stored::key).toList());
    }

    private static Recorded recorded(BsonDocument stored) {
        Position position = position(stored);
        try {
            Decision decision = MongoHistory.read(stored);
            return new Recorded(
                    position,
                    Optional.of(decision)
                            .filter(each -> each.arrival().position().equals(position)));
        } catch (RuntimeException e) {
            LOG.error("The entry of the history at {} can't be read", position, e);
            return new Recorded(position, Optional.empty());
        }
    }

    /** By the key, whatever the entry itself says. */
    private static Position position(BsonDocument stored) {
        String[] key = Stored.text(stored, "_id").split("-", 2);
        return new Position(Integer.parseInt(key[0]), Long.parseLong(key[1]));
    }

    private static Optional<String> text(BsonDocument stored, String field) {
        return stored.isString(field) ? Optional.of(Stored.text(stored, field)) : Optional.empty();
    }
}
