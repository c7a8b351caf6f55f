package org.hfsregistry.registry.following.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.hfsregistry.registry.following.Claim;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.receipt.Lost;
import org.hfsregistry.registry.receipt.Published;
import org.springframework.stereotype.Repository;

/**
 * The collection {@code positions}: a document a partition, with the epoch of the claim that may note. Up to where was
 * published stands in the same document, so that neither is ever read without the other. In the collection {@code log} stands of how
 * many partitions they are.
 */
@Repository
class MongoPositions implements Positions, FollowedLog {

    private static final String SUBMITTED = "submitted";
    private static final String PARTITIONS = "partitions";
    private static final String EPOCH = "epoch";
    private static final String NEXT = "next";
    private static final String LOST = "lost";
    private static final String FROM = "from";
    private static final String PUBLISHED = "published";

    private final MongoCollection<BsonDocument> collection;
    private final MongoCollection<BsonDocument> log;

    MongoPositions(MongoDatabase database) {
        this.collection = database.getCollection("positions", BsonDocument.class);
        this.log = database.getCollection("log", BsonDocument.class);
    }

    @Override
    public int firstPartitions(int now) {
        return Objects.requireNonNull(log.findOneAndUpdate(
                        Filters.eq("_id", SUBMITTED),
                        Updates.setOnInsert(PARTITIONS, now),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .getNumber(PARTITIONS)
                .intValue();
    }

    @Override
    public Claim claim(int partition) {
        BsonDocument stored = Objects.requireNonNull(collection.findOneAndUpdate(
                Filters.eq("_id", partition),
                Updates.inc(EPOCH, 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return new Claim(
                partition,
                stored.getNumber(EPOCH).longValue(),
                stored.containsKey(NEXT)
                        ? OptionalLong.of(stored.getNumber(NEXT).longValue())
                        : OptionalLong.empty());
    }

    @Override
    public void breakClaims() {
        collection.updateMany(Filters.empty(), Updates.inc(EPOCH, 1L));
    }

    @Override
    public boolean note(Claim claim, long next, List<Published> published) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set(NEXT, next));
        published.forEach(upTo ->
                updates.add(Updates.max(PUBLISHED + "." + field(upTo.topic()) + "." + upTo.partition(), upTo.next())));
        return collection.updateOne(holds(claim), Updates.combine(updates)).getMatchedCount() == 1;
    }

    @Override
    public void noteLost(Claim claim, long beginning) {
        collection.updateOne(
                holds(claim),
                Updates.combine(
                        Updates.set(NEXT, beginning),
                        Updates.push(
                                LOST,
                                new BsonDocument(
                                                FROM, new BsonInt64(claim.next().orElse(0)))
                                        .append(NEXT, new BsonInt64(beginning)))));
    }

    private static Bson holds(Claim claim) {
        return Filters.and(Filters.eq("_id", claim.partition()), Filters.eq(EPOCH, claim.epoch()));
    }

    @Override
    public Map<Integer, Followed> of(Set<Integer> partitions) {
        return followed(Filters.and(Filters.in("_id", partitions), Filters.exists(NEXT)));
    }

    @Override
    public Map<Integer, Followed> all() {
        return followed(Filters.exists(NEXT));
    }

    private Map<Integer, Followed> followed(Bson which) {
        Map<Integer, Followed> followed = new HashMap<>();
        for (BsonDocument stored : collection.find(which)) {
            followed.put(
                    stored.getInt32("_id").getValue(),
                    new Followed(stored.getNumber(NEXT).longValue(), lost(stored), published(stored)));
        }
        return followed;
    }

    private static List<Lost> lost(BsonDocument stored) {
        return stored.getArray(LOST, new BsonArray()).stream()
                .map(BsonValue::asDocument)
                .map(range -> new Lost(
                        range.getNumber(FROM).longValue(), range.getNumber(NEXT).longValue()))
                .toList();
    }

    private static List<Published> published(BsonDocument stored) {
        BsonDocument published = stored.getDocument(PUBLISHED, new BsonDocument());
        return Arrays.stream(Published.Topic.values())
                .flatMap(topic -> published(topic, published.getDocument(field(topic), new BsonDocument())))
                .toList();
    }

    private static Stream<Published> published(Published.Topic topic, BsonDocument byPartition) {
        return byPartition.keySet().stream()
                .map(Integer::valueOf)
                .sorted()
                .map(partition -> new Published(
                        topic,
                        partition,
                        byPartition.getNumber(partition.toString()).longValue()));
    }

    private static String field(Published.Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }
}
