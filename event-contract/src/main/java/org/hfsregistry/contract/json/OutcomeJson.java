package org.hfsregistry.contract.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.json.OutcomeReading.Accepted;
import org.hfsregistry.contract.json.OutcomeReading.Refused;
import org.hfsregistry.contract.outcome.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Outcomes from and to JSON. Reading finds every fault at once; writing gives the same bytes for equal outcomes. */
public final class OutcomeJson {

    /** The code of the fault of an outcome that names another hospital than the caller's. */
    public static final String OTHER_HOSPITAL = "OTHER_HOSPITAL";

    /** The code of the fault of a text that is not JSON. */
    public static final String MALFORMED_JSON = "MALFORMED_JSON";

    /** The code of the fault of a text with too many brackets within brackets. */
    public static final String NESTED_TOO_DEEPLY = "NESTED_TOO_DEEPLY";

    private static final int USUAL_BYTES = 512;

    private OutcomeJson() {}

    /** Reads one outcome, a JSON object in UTF-8. */
    public static OutcomeReading read(byte[] json, Submission submission) {
        return read(json, 0, json.length, submission);
    }

    /** Reads one outcome, a JSON object in UTF-8, from a part of an array. */
    public static OutcomeReading read(byte[] json, int offset, int length, Submission submission) {
        Faults faults = new Faults();
        try (JsonParser parser = Json.parser(json, offset, length)) {
            Input in = new Input(parser, submission);
            try {
                in.parser.nextToken();
                Outcome outcome = AnyOutcome.read(in, "", faults, () -> type(json, offset, length));
                refuseMore(in, faults);
                return outcome == null || !faults.none()
                        ? refused(in, faults.all())
                        : new Accepted(outcome, in.warnings.all());
            } catch (JacksonException malformed) {
                return refused(in, List.of(Json.malformed(parser, malformed)));
            }
        }
    }

    /** Tells nothing of the patient: not in a fault of another field, nor in an id that was made of the patient's. */
    private static Refused refused(Input in, List<Fault> faults) {
        return new Refused(
                Optional.ofNullable(in.outcomeId).filter(id -> !in.patient.isMadeOfIt(id)),
                in.patient.withheldFrom(faults));
    }

    /** Writes one outcome in UTF-8. */
    public static byte[] write(Outcome outcome) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = Json.generator(bytes)) {
            AnyOutcome.write(out, outcome);
        }
        return bytes.toByteArray();
    }

    private static void refuseMore(Input in, Faults faults) {
        if (in.parser.nextToken() != null) {
            TokenStreamLocation at = in.parser.currentTokenLocation();
            faults.add(
                    MALFORMED_JSON,
                    "",
                    null,
                    "there is more than one JSON value (column " + at.getColumnNr() + ")",
                    "send one outcome, an object {…}");
        }
    }

    /** The text of the field {@code type} where it does not come first. */
    private static @Nullable String type(byte[] json, int offset, int length) {
        try (JsonParser parser = Json.parser(json, offset, length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals("type");
                JsonToken token = parser.nextToken();
                if (found) {
                    return token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getString() : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (JacksonException malformed) {
            return null; // the reader itself comes to that place, and tells it
        }
    }
}
