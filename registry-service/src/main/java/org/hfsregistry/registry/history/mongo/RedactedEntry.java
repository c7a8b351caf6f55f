package org.hfsregistry.registry.history.mongo;

import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.mongodb.Stored;

/**
 * An entry of an erased patient to and from BSON. One that was redacted says by which erasure, and keeps the hash that it had; one
 * that came later never had more than this.
 */
final class RedactedEntry {

    static final String REDACTED = "redacted";
    static final String ERASED_BY = "erasedBy";
    static final String RETRACTS = "retracts";
    private static final String CONTENT_HASH = "contentHash";

    /** What is left of an entry; an entry that says more is none that the registry redacted. */
    private static final Set<String> LEFT = Set.of(
            "_id",
            "hospitalId",
            "outcomeId",
            "position",
            "submittedAt",
            "submittedBy",
            "decidedAt",
            "revision",
            "verdict",
            "registeredRevision",
            "takenFrom",
            "markedIn",
            "code",
            "message",
            "remedy",
            RETRACTS,
            StoredMerge.MERGE,
            StoredMerge.TREATMENTS,
            StoredMerge.LEFT_OUT,
            REDACTED,
            ERASED_BY,
            CONTENT_HASH);

    private RedactedEntry() {}

    static boolean is(BsonDocument stored) {
        return stored.containsKey(REDACTED);
    }

    /** What is left of an entry. */
    static BsonDocument of(BsonDocument stored, Position erasedBy) {
        BsonDocument left = new BsonDocument();
        stored.forEach((field, value) -> {
            if (LEFT.contains(field)) {
                left.append(field, value);
            }
        });
        StoredVerdict.append(left, StoredVerdict.read(stored).redacted());
        Stored.append(left, RETRACTS, Stored.optionalText(stored.getDocument("outcome", new BsonDocument()), RETRACTS));
        return left.append(REDACTED, BsonBoolean.TRUE)
                .append(ERASED_BY, Stored.position(erasedBy))
                .append(CONTENT_HASH, new BsonString(ContentHash.of(stored)));
    }

    /** The hash by which an entry is sealed. */
    static String contentHash(BsonDocument stored) {
        return erasedBy(stored).isPresent() && stored.isString(CONTENT_HASH) && LEFT.containsAll(stored.keySet())
                ? Stored.text(stored, CONTENT_HASH)
                : ContentHash.of(stored);
    }

    static Optional<Position> erasedBy(BsonDocument stored) {
        return stored.isDocument(ERASED_BY)
                ? Optional.of(Stored.position(stored.getDocument(ERASED_BY)))
                : Optional.empty();
    }

    static void append(BsonDocument stored, Arrival.Redacted arrival) {
        arrival.revision().ifPresent(revision -> stored.append("revision", new BsonInt32(revision)));
        Stored.append(stored, RETRACTS, arrival.retracts());
        stored.append(REDACTED, BsonBoolean.TRUE);
    }

    static Arrival read(BsonDocument stored) {
        return new Arrival.Redacted(
                Stored.position(stored.getDocument("position")),
                Stored.time(stored, "submittedAt"),
                Stored.text(stored, "submittedBy"),
                Stored.optionalText(stored, "hospitalId"),
                Stored.optionalText(stored, "outcomeId"),
                stored.containsKey("revision")
                        ? Optional.of(stored.getInt32("revision").getValue())
                        : Optional.empty(),
                Stored.optionalText(stored, RETRACTS));
    }
}
