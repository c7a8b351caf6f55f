package org.hfsregistry.registry.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.springframework.dao.DataAccessException;

/** Reading more than fits in memory: documents come from the store as they are asked for, some at a time. */
public final class Reading {

    /** Of the largest documents that there are, so many take what the store sends at once at the most. */
    private static final int AT_ONCE = 100;

    private Reading() {}

    /** What was found, in its order; the first are asked for at once. To be closed. */
    public static <T> Stream<T> stream(FindIterable<BsonDocument> found, Function<BsonDocument, T> read) {
        return stream(found, read, AT_ONCE);
    }

    /** The same of documents of which so many are small. */
    public static <T> Stream<T> stream(FindIterable<BsonDocument> found, Function<BsonDocument, T> read, int atOnce) {
        MongoCursor<BsonDocument> cursor = found.batchSize(atOnce).iterator();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                new Found(cursor), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .map(read)
                .onClose(cursor::close);
    }

    /** Says as the doors do when the store is away, since nobody translates what is thrown outside of them. */
    private record Found(MongoCursor<BsonDocument> cursor) implements Iterator<BsonDocument> {
        @Override
        public boolean hasNext() {
            return told(cursor::hasNext);
        }

        @Override
        public BsonDocument next() {
            return told(cursor::next);
        }

        private static <T> T told(Supplier<T> asked) {
            try {
                return asked.get();
            } catch (RuntimeException e) {
                DataAccessException away = StoreAnswers.away(e);
                throw away == null ? e : away;
            }
        }
    }
}
