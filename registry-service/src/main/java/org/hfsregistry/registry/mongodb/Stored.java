package org.hfsregistry.registry.mongodb;

import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;

/** The values that more than one collection holds, to and from BSON. */
public final class Stored {

    private static final int LONGEST_TOLD = 120;

    private Stored() {}

    /** A key that sorts as the positions of a partition do. */
    public static BsonString key(Position position) {
        return new BsonString(position.key());
    }

    /** The JSON of the contract, as it is. */
    public static BsonDocument json(byte[] json) {
        return JsonAsBson.read(json);
    }

    /** The JSON of the contract, as it was. */
    public static byte[] json(BsonDocument document) {
        return JsonAsBson.write(document);
    }

    /** An outcome. */
    public static BsonDocument outcome(Outcome outcome) {
        return json(OutcomeJson.write(outcome));
    }

    /** An outcome. @throws IllegalStateException where it is none, which no registry of this version can have written */
    public static Outcome outcome(BsonDocument document) {
        return switch (OutcomeJson.read(json(document), Submission.REGISTRY)) {
            case OutcomeReading.Accepted accepted -> accepted.outcome();
            case OutcomeReading.Refused refused -> throw new IllegalStateException("stored: " + refused.faults());
        };
    }

    /** A position. */
    public static BsonDocument position(Position position) {
        return new BsonDocument("partition", new BsonInt32(position.partition()))
                .append("offset", new BsonInt64(position.offset()));
    }

    /** A position. */
    public static Position position(BsonDocument document) {
        return new Position(
                document.getInt32("partition").getValue(),
                document.getNumber("offset").longValue());
    }

    /** A place. */
    public static BsonDocument place(Place place) {
        BsonDocument document = new BsonDocument("hospitalId", new BsonString(place.hospitalId()));
        return switch (place) {
            case Place.OfTreatment of -> document.append("treatmentId", new BsonString(of.treatmentId()));
            case Place.OfHospital _ -> document;
        };
    }

    /** A place. */
    public static Place place(BsonDocument document) {
        String hospitalId = text(document, "hospitalId");
        return optionalText(document, "treatmentId")
                .<Place>map(treatmentId -> new Place.OfTreatment(hospitalId, treatmentId))
                .orElseGet(() -> new Place.OfHospital(hospitalId));
    }

    /** A time, in milliseconds. */
    public static BsonDateTime time(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    /** A time. */
    public static Instant time(BsonDocument document, String field) {
        return Instant.ofEpochMilli(document.getDateTime(field).getValue());
    }

    /** A key to be told, also one that no registry gives: of any type, and of any length. */
    public static String anyKey(BsonDocument document) {
        String key = document.isString("_id") ? text(document, "_id") : String.valueOf(document.get("_id"));
        return key.length() > LONGEST_TOLD ? key.substring(0, LONGEST_TOLD) + "…" : key;
    }

    /** A text that is there. */
    public static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    /** A text that may be there. */
    public static Optional<String> optionalText(BsonDocument document, String field) {
        return document.containsKey(field) ? Optional.of(text(document, field)) : Optional.empty();
    }

    /** Adds a text where there is one. */
    public static void append(BsonDocument document, String field, Optional<String> text) {
        text.ifPresent(value -> document.append(field, new BsonString(value)));
    }
}
