package org.hfsregistry.registry.proof.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.mongodb.InsertOnly;
import org.hfsregistry.registry.mongodb.SchemaOwner;
import org.hfsregistry.registry.mongodb.SchemaStep;
import org.hfsregistry.registry.mongodb.Stored;
import org.hfsregistry.registry.proof.Seal;
import org.hfsregistry.registry.proof.Seals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** The collection {@code seals}: a document a seal, with its partition and number as the key. */
@Repository
class MongoSeals implements Seals, SchemaOwner {

    private static final Logger LOG = LoggerFactory.getLogger(MongoSeals.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH_BYTES = 32;

    private final MongoCollection<BsonDocument> collection;

    MongoSeals(MongoDatabase database) {
        this.collection = database.getCollection("seals", BsonDocument.class);
    }

    @Override
    public List<SchemaStep> steps() {
        return List.of(SchemaStep.indexes(1, "seals", Indexes.ascending("partition")));
    }

    @Override
    public Set<Integer> partitions() {
        return collection.distinct("partition", Integer.class).into(new HashSet<>());
    }

    @Override
    public Optional<Seal> last(int partition) {
        OptionalLong number = first(partition, 0, Sorts.descending("_id"));
        return number.isPresent()
                ? Optional.ofNullable(of(partition, number.getAsLong(), number.getAsLong() + 1)
                        .get(number.getAsLong()))
                : Optional.empty();
    }

    @Override
    public OptionalLong numberAfter(int partition, long number) {
        return first(partition, number, Sorts.ascending("_id"));
    }

    private OptionalLong first(int partition, long after, Bson order) {
        Bson ofPartition =
                Filters.and(Filters.gt("_id", key(partition, after)), Filters.lt("_id", key(partition + 1, 0)));
        return Stream.ofNullable(collection
                        .find(ofPartition)
                        .projection(Projections.include("_id"))
                        .sort(order)
                        .limit(1)
                        .first())
                .mapToLong(MongoSeals::number)
                .findFirst();
    }

    @Override
    public Map<Long, Seal> of(int partition, long from, long to) {
        List<String> keys = LongStream.range(from, to)
                .mapToObj(number -> key(partition, number))
                .toList();
        Map<Long, Seal> found = new HashMap<>();
        for (BsonDocument stored : collection.find(Filters.in("_id", keys))) {
            try {
                found.put(number(stored), read(stored));
            } catch (RuntimeException e) {
                LOG.error("The seal {} can't be read", Stored.text(stored, "_id"), e);
            }
        }
        return found;
    }

    @Override
    public boolean add(Seal seal) {
        return InsertOnly.add(collection, List.of(write(seal)));
    }

    /** Seals are numbered as positions are. */
    private static String key(int partition, long number) {
        return new Position(partition, number).key();
    }

    /** By the key, whatever the seal itself says. */
    private static long number(BsonDocument stored) {
        return Long.parseLong(Stored.text(stored, "_id").split("-", 2)[1]);
    }

    private static BsonDocument write(Seal seal) {
        ByteBuffer entries = ByteBuffer.allocate(seal.entries().size() * (Long.BYTES + HASH_BYTES));
        seal.entries().forEach(entry -> entries.putLong(entry.offset()).put(HEX.parseHex(entry.contentHash())));
        return new BsonDocument("_id", new BsonString(key(seal.partition(), seal.number())))
                .append("partition", new BsonInt32(seal.partition()))
                .append("number", new BsonInt64(seal.number()))
                .append("from", new BsonInt64(seal.from()))
                .append("to", new BsonInt64(seal.to()))
                .append("entries", new BsonBinary(entries.array()))
                .append("previous", new BsonString(seal.previous()))
                .append("sealedAt", Stored.time(seal.sealedAt()))
                .append("hash", new BsonString(seal.hash()));
    }

    private static Seal read(BsonDocument stored) {
        return new Seal(
                stored.getInt32("partition").getValue(),
                stored.getNumber("number").longValue(),
                stored.getNumber("from").longValue(),
                stored.getNumber("to").longValue(),
                entries(ByteBuffer.wrap(stored.getBinary("entries").getData())),
                Stored.text(stored, "previous"),
                Stored.time(stored, "sealedAt"),
                Stored.text(stored, "hash"));
    }

    private static List<Seal.Entry> entries(ByteBuffer bytes) {
        List<Seal.Entry> entries = new ArrayList<>();
        byte[] hash = new byte[HASH_BYTES];
        while (bytes.remaining() >= Long.BYTES + HASH_BYTES) {
            long offset = bytes.getLong();
            bytes.get(hash);
            entries.add(new Seal.Entry(offset, HEX.formatHex(hash)));
        }
        return entries;
    }
}
