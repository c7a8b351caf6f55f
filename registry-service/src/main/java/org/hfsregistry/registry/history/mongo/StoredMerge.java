package org.hfsregistry.registry.history.mongo;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.mongodb.Stored;

/** A merge and what it changed, to and from BSON. */
final class StoredMerge {

    static final String STAYING = "staying";
    static final String MERGED = "merged";
    static final String TREATMENTS = "regrouped";
    static final String LEFT_OUT = "leftOut";
    static final String MERGE = "merge";
    private static final String UNDONE = "undone";

    private StoredMerge() {}

    static boolean is(BsonDocument stored) {
        return stored.containsKey(STAYING);
    }

    static void append(BsonDocument stored, Arrival.OfMerge merge) {
        stored.append(STAYING, new BsonString(merge.staying().value()))
                .append(MERGED, new BsonString(merge.merged().value()))
                .append(UNDONE, BsonBoolean.valueOf(merge.undone()));
    }

    static Arrival read(BsonDocument stored) {
        return new Arrival.OfMerge(
                Stored.position(stored.getDocument("position")),
                Stored.time(stored, "submittedAt"),
                Stored.text(stored, "submittedBy"),
                Stored.text(stored, "hospitalId"),
                new PatientPseudonym(Stored.text(stored, STAYING)),
                new PatientPseudonym(Stored.text(stored, MERGED)),
                stored.getBoolean(UNDONE).getValue());
    }

    static void append(BsonDocument decision, Verdict.Merged merged) {
        decision.append(TREATMENTS, places(merged.treatments()));
    }

    static void append(BsonDocument decision, Verdict.Parted parted) {
        decision.append(MERGE, Stored.position(parted.merge()))
                .append(TREATMENTS, places(parted.treatments()))
                .append(
                        LEFT_OUT,
                        new BsonArray(parted.leftOut().stream()
                                .map(StoredMerge::leftOut)
                                .toList()));
    }

    static Verdict merged(BsonDocument decision) {
        return new Verdict.Merged(treatments(decision));
    }

    static Verdict parted(BsonDocument decision) {
        return new Verdict.Parted(
                Stored.position(decision.getDocument(MERGE)),
                treatments(decision),
                decision.getArray(LEFT_OUT).stream()
                        .map(each -> leftOut(each.asDocument()))
                        .toList());
    }

    private static BsonArray places(List<Place.OfTreatment> treatments) {
        return new BsonArray(treatments.stream().map(Stored::place).toList());
    }

    private static List<Place.OfTreatment> treatments(BsonDocument decision) {
        return decision.getArray(TREATMENTS).stream()
                .map(place -> (Place.OfTreatment) Stored.place(place.asDocument()))
                .toList();
    }

    private static BsonDocument leftOut(Verdict.LeftOut left) {
        return Stored.place(left.place())
                .append("outcomeId", new BsonString(left.outcomeId()))
                .append("revision", new BsonInt32(left.revision()))
                .append("position", Stored.position(left.position()))
                .append("beside", new BsonString(left.beside()));
    }

    private static Verdict.LeftOut leftOut(BsonDocument stored) {
        return new Verdict.LeftOut(
                (Place.OfTreatment) Stored.place(stored),
                Stored.text(stored, "outcomeId"),
                stored.getInt32("revision").getValue(),
                Stored.position(stored.getDocument("position")),
                Stored.text(stored, "beside"));
    }
}
