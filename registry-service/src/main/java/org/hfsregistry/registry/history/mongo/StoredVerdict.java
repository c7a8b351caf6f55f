package org.hfsregistry.registry.history.mongo;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.mongodb.Stored;

/** A verdict to and from BSON. */
final class StoredVerdict {

    private static final String REGISTERED = "registered";
    private static final String DUPLICATE = "duplicate";
    private static final String STALE = "stale";
    private static final String RETRACTED = "retracted";
    private static final String QUARANTINED = "quarantined";

    private StoredVerdict() {}

    static void append(BsonDocument decision, Verdict verdict) {
        switch (verdict) {
            case Verdict.Registered(Optional<Place> takenFrom) -> {
                decision.append("verdict", new BsonString(REGISTERED));
                takenFrom.ifPresent(place -> decision.append("takenFrom", Stored.place(place)));
            }
            case Verdict.Duplicate _ -> decision.append("verdict", new BsonString(DUPLICATE));
            case Verdict.Stale(int registeredRevision) ->
                decision.append("verdict", new BsonString(STALE))
                        .append("registeredRevision", new BsonInt32(registeredRevision));
            case Verdict.Retracted(Optional<Place> markedIn) -> {
                decision.append("verdict", new BsonString(RETRACTED));
                markedIn.ifPresent(place -> decision.append("markedIn", Stored.place(place)));
            }
            case Verdict.Quarantined(Refusal refusal) ->
                decision.append("verdict", new BsonString(QUARANTINED))
                        .append("code", new BsonString(refusal.code()))
                        .append("message", new BsonString(refusal.message()))
                        .append("remedy", new BsonString(refusal.remedy()));
        }
    }

    static Verdict read(BsonDocument decision) {
        String verdict = Stored.text(decision, "verdict");
        return switch (verdict) {
            case REGISTERED -> new Verdict.Registered(place(decision, "takenFrom"));
            case DUPLICATE -> new Verdict.Duplicate();
            case STALE ->
                new Verdict.Stale(decision.getInt32("registeredRevision").getValue());
            case RETRACTED -> new Verdict.Retracted(place(decision, "markedIn"));
            case QUARANTINED ->
                new Verdict.Quarantined(new Refusal(
                        Stored.text(decision, "code"),
                        Stored.text(decision, "message"),
                        Stored.text(decision, "remedy")));
            default -> throw new IllegalStateException("stored verdict " + verdict);
        };
    }

    private static Optional<Place> place(BsonDocument decision, String field) {
        return decision.containsKey(field) ? Optional.of(Stored.place(decision.getDocument(field))) : Optional.empty();
    }
}
