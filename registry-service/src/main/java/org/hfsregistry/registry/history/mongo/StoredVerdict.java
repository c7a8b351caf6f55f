package org.hfsregistry.registry.history.mongo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.PatientMark;
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
    static final String ERASED = "erased";
    static final String MERGED = "merged";
    static final String PARTED = "parted";
    static final String NOT_MERGED = "not-merged";
    private static final String SAME_AS = "sameAs";
    private static final String TREATMENTS = "treatments";
    private static final String ENTRIES = "entries";
    private static final int ENTRY_BYTES = Integer.BYTES + Long.BYTES;

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
            case Verdict.Quarantined(Refusal refusal) -> append(decision, QUARANTINED, refusal);
            case Verdict.NotMerged(Refusal refusal) -> append(decision, NOT_MERGED, refusal);
            case Verdict.Merged merged ->
                StoredMerge.append(decision.append("verdict", new BsonString(MERGED)), merged);
            case Verdict.Parted parted ->
                StoredMerge.append(decision.append("verdict", new BsonString(PARTED)), parted);
            case Verdict.Erased(
                    List<Place.OfTreatment> treatments,
                    List<Position> entries,
                    List<PatientMark> sameAs) -> {
                decision.append("verdict", new BsonString(ERASED))
                        .append(
                                TREATMENTS,
                                new BsonArray(
                                        treatments.stream().map(Stored::place).toList()))
                        .append(ENTRIES, new BsonBinary(bytes(entries)));
                if (!sameAs.isEmpty()) {
                    decision.append(
                            SAME_AS,
                            new BsonArray(sameAs.stream()
                                    .map(mark -> new BsonString(mark.value()))
                                    .toList()));
                }
            }
        }
    }

    private static void append(BsonDocument decision, String verdict, Refusal refusal) {
        decision.append("verdict", new BsonString(verdict))
                .append("code", new BsonString(refusal.code()))
                .append("message", new BsonString(refusal.message()))
                .append("remedy", new BsonString(refusal.remedy()));
    }

    private static Refusal refusal(BsonDocument decision) {
        return new Refusal(
                Stored.text(decision, "code"), Stored.text(decision, "message"), Stored.text(decision, "remedy"));
    }

    /** Whether what was decided so has a place in a document. */
    static boolean isFiled(String verdict) {
        return verdict.equals(REGISTERED) || verdict.equals(RETRACTED);
    }

    /** Of each the partition in 4 bytes and the offset in 8, the highest first. */
    private static byte[] bytes(List<Position> entries) {
        ByteBuffer bytes = ByteBuffer.allocate(entries.size() * ENTRY_BYTES);
        entries.forEach(entry -> bytes.putInt(entry.partition()).putLong(entry.offset()));
        return bytes.array();
    }

    private static Verdict erased(BsonDocument decision) {
        ByteBuffer bytes = ByteBuffer.wrap(decision.getBinary(ENTRIES).getData());
        List<Position> entries = new ArrayList<>();
        while (bytes.remaining() >= ENTRY_BYTES) {
            entries.add(new Position(bytes.getInt(), bytes.getLong()));
        }
        return new Verdict.Erased(
                decision.getArray(TREATMENTS).stream()
                        .map(place -> (Place.OfTreatment) Stored.place(place.asDocument()))
                        .toList(),
                entries,
                decision.getArray(SAME_AS, new BsonArray()).stream()
                        .map(mark -> new PatientMark(mark.asString().getValue()))
                        .toList());
    }

    static Verdict read(BsonDocument decision) {
        String verdict = Stored.text(decision, "verdict");
        return switch (verdict) {
            case REGISTERED -> new Verdict.Registered(place(decision, "takenFrom"));
            case DUPLICATE -> new Verdict.Duplicate();
            case STALE ->
                new Verdict.Stale(decision.getInt32("registeredRevision").getValue());
            case RETRACTED -> new Verdict.Retracted(place(decision, "markedIn"));
            case QUARANTINED -> new Verdict.Quarantined(refusal(decision));
            case NOT_MERGED -> new Verdict.NotMerged(refusal(decision));
            case MERGED -> StoredMerge.merged(decision);
            case PARTED -> StoredMerge.parted(decision);
            case ERASED -> erased(decision);
            default -> throw new IllegalStateException("stored verdict " + verdict);
        };
    }

    private static Optional<Place> place(BsonDocument decision, String field) {
        return decision.containsKey(field) ? Optional.of(Stored.place(decision.getDocument(field))) : Optional.empty();
    }
}
