package org.hfsregistry.registry.receipt.mongo;

import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.mongodb.Stored;
import org.hfsregistry.registry.receipt.Counting;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Receipt;
import org.hfsregistry.registry.receipt.Retracted;

/** An entry to and from BSON. */
final class StoredEntry {

    private static final String LEFT_OUT = "leftOutRevision";
    private static final String COUNTED = "countedUntilErased";

    private StoredEntry() {}

    static BsonDocument write(OutcomeEntry entry) {
        BsonDocument stored = new BsonDocument("_id", new BsonString(entry.id()))
                .append("hospitalId", new BsonString(entry.hospitalId()))
                .append("outcomeId", new BsonString(entry.outcomeId()));
        entry.seen().ifPresent(seen -> stored.append("seen", Stored.position(seen)));
        switch (entry.filed()) {
            case Filed.Nowhere _ -> {}
            case Filed.LeftOut(int revision) -> stored.append(LEFT_OUT, new BsonInt32(revision));
            case Filed.In(Place place) -> stored.append("place", Stored.place(place));
            case Filed.Erased(Position by, Instant at, Optional<Counting> counted) -> {
                stored.append("erasedBy", Stored.position(by)).append("erasedAt", Stored.time(at));
                counted.ifPresent(counting -> stored.append(COUNTED, write(counting)));
            }
            case Filed.AsRetraction(Retraction retraction) -> stored.append("retraction", Stored.outcome(retraction));
        }
        entry.registered().ifPresent(registered -> stored.append("registered", write(registered)));
        entry.retracted().ifPresent(retracted -> stored.append("retracted", write(retracted)));
        entry.lastArrival().ifPresent(receipt -> stored.append("receipt", write(receipt)));
        return stored;
    }

    static OutcomeEntry read(BsonDocument stored) {
        return new OutcomeEntry(
                Stored.text(stored, "hospitalId"),
                Stored.text(stored, "outcomeId"),
                within(stored, "seen").map(Stored::position),
                filed(stored),
                within(stored, "registered").map(StoredEntry::counting),
                within(stored, "retracted").map(StoredEntry::retracted),
                within(stored, "receipt").map(StoredEntry::receipt));
    }

    private static Optional<BsonDocument> within(BsonDocument stored, String field) {
        return stored.containsKey(field) ? Optional.of(stored.getDocument(field)) : Optional.empty();
    }

    private static Optional<Integer> revision(BsonDocument stored, String field) {
        return stored.containsKey(field) ? Optional.of(stored.getInt32(field).getValue()) : Optional.empty();
    }

    private static Filed filed(BsonDocument stored) {
        return within(stored, "place")
                .<Filed>map(place -> new Filed.In(Stored.place(place)))
                .or(() -> within(stored, "erasedBy")
                        .map(by -> new Filed.Erased(
                                Stored.position(by),
                                erasedAt(stored),
                                within(stored, COUNTED).map(StoredEntry::counting))))
                .or(() -> within(stored, "retraction")
                        .map(retraction -> new Filed.AsRetraction((Retraction) Stored.outcome(retraction))))
                .or(() -> revision(stored, LEFT_OUT).map(Filed.LeftOut::new))
                .orElseGet(Filed.Nowhere::new);
    }

    private static Instant erasedAt(BsonDocument stored) {
        return stored.containsKey("erasedAt") ? Stored.time(stored, "erasedAt") : Instant.EPOCH;
    }

    private static BsonDocument write(Counting counting) {
        return new BsonDocument("revision", new BsonInt32(counting.revision()))
                .append("position", Stored.position(counting.position()));
    }

    private static Counting counting(BsonDocument stored) {
        return new Counting(stored.getInt32("revision").getValue(), Stored.position(stored.getDocument("position")));
    }

    private static BsonDocument write(Retracted retracted) {
        return new BsonDocument("by", new BsonString(retracted.by()))
                .append("revision", new BsonInt32(retracted.revision()))
                .append("position", Stored.position(retracted.position()));
    }

    private static Retracted retracted(BsonDocument stored) {
        return new Retracted(
                Stored.text(stored, "by"),
                stored.getInt32("revision").getValue(),
                Stored.position(stored.getDocument("position")));
    }

    private static BsonDocument write(Receipt receipt) {
        BsonDocument stored =
                new BsonDocument("status", new BsonString(receipt.status().code()));
        receipt.revision().ifPresent(revision -> stored.append("revision", new BsonInt32(revision)));
        Stored.append(stored, "reason", receipt.reason());
        return stored.append("position", Stored.position(receipt.position()))
                .append("submittedAt", Stored.time(receipt.submittedAt()))
                .append("registeredAt", Stored.time(receipt.registeredAt()));
    }

    private static Receipt receipt(BsonDocument stored) {
        return new Receipt(
                revision(stored, "revision"),
                status(Stored.text(stored, "status")),
                Stored.optionalText(stored, "reason"),
                Stored.position(stored.getDocument("position")),
                Stored.time(stored, "submittedAt"),
                Stored.time(stored, "registeredAt"));
    }

    private static Status status(String code) {
        for (Status status : Status.values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw new IllegalStateException("stored status " + code);
    }
}
