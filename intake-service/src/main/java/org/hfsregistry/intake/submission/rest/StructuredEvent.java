package org.hfsregistry.intake.submission.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.intake.http.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A CloudEvent in structured mode, whose data is the outcome. Its attributes are checked as the specification has them, and
 * then forgotten: an outcome is known by its own id, and intake writes an event of its own.
 */
final class StructuredEvent {

    static final String SUBTYPE = "cloudevents+json";
    static final String MEDIA_TYPE = "application/" + SUBTYPE;

    private static final String VERSION = "1.0";
    private static final String DATA = "data";
    private static final String BINARY = "data_base64";
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]+");
    private static final Pattern JSON = Pattern.compile("[^/ ]+/(?:[^/ ]+\\+)?json *(?:;.*)?");
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Faults faults = new Faults();
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable ByteBuffer data;

    private StructuredEvent() {}

    /** The bytes of the outcome. @throws RefusedRequest where this is no event, or one of something else */
    static ByteBuffer outcomeOf(ByteBuffer body) {
        StructuredEvent event = new StructuredEvent();
        try (JsonParser parser = FACTORY.createParser(
                ObjectReadContext.empty(), body.array(), body.arrayOffset() + body.position(), body.remaining())) {
            event.read(parser, body);
        } catch (JacksonException malformed) {
            throw notAnEvent();
        }
        return event.checked();
    }

    /** The faults of the outcome as they stand in the event. */
    static List<Fault> inData(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Fault(
                        fault.code(),
                        fault.field().isEmpty() ? DATA : DATA + "." + fault.field(),
                        fault.value(),
                        fault.message(),
                        fault.fix()))
                .toList();
    }

    private void read(JsonParser parser, ByteBuffer body) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notAnEvent();
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            int from = (int) parser.currentTokenLocation().getByteOffset();
            if (!names.add(name)) {
                faults.add("DUPLICATE_FIELD", name, null, name + " stands here twice", "send it once");
            } else if (!ATTRIBUTE.matcher(name).matches() && !name.equals(BINARY)) {
                faults.add(
                        "UNKNOWN_FIELD",
                        name,
                        null,
                        "attributes of events have lower-case letters and digits only",
                        "take it out, or put it into data");
            } else if (token == JsonToken.VALUE_STRING && !name.equals(DATA)) {
                texts.put(name, parser.getString());
            }
            parser.skipChildren();
            if (name.equals(DATA) && token == JsonToken.START_OBJECT) {
                data = body.slice(from, (int) parser.currentLocation().getByteOffset() - from);
            }
        }
        if (parser.nextToken() != null) {
            throw notAnEvent();
        }
    }

    private ByteBuffer checked() {
        required("specversion")
                .filter(version -> !version.equals(VERSION))
                .ifPresent(version -> unknown("specversion", version, VERSION));
        required("id");
        required("source")
                .filter(source -> !isReference(source))
                .ifPresent(source -> faults.add(
                        "NOT_A_URI", "source", null, "source is not a URI", "write it as in /hospitals/h-01"));
        required("type")
                .filter(type -> !type.equals(EventType.OUTCOME_SUBMITTED_V1))
                .ifPresent(type -> unknown("type", type, EventType.OUTCOME_SUBMITTED_V1));
        Optional.ofNullable(texts.get("datacontenttype"))
                .filter(type -> !JSON.matcher(type).matches())
                .ifPresent(type -> unknown("datacontenttype", type, "application/json, or leave it out"));
        Optional.ofNullable(texts.get("time"))
                .filter(time -> !isTime(time))
                .ifPresent(time -> faults.add(
                        "NOT_A_TIME", "time", time, "time is not a time", "write it as in 2024-03-31T09:30:00Z"));
        ByteBuffer outcome = data;
        if (outcome == null) {
            faults.add(
                    names.contains(DATA) ? "NOT_AN_OBJECT" : "MISSING_FIELD",
                    DATA,
                    null,
                    names.contains(BINARY) ? "the outcome is sent as bytes, not as JSON" : "there is no outcome",
                    "send the outcome, an object {…}, as data");
        }
        if (outcome == null || !faults.none()) {
            throw new RefusedRequest(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "INVALID_EVENT",
                    "The CloudEvent has faults; errors says which and how to mend them.",
                    faults.all());
        }
        return outcome;
    }

    private Optional<String> required(String attribute) {
        Optional<String> text = Optional.ofNullable(texts.get(attribute)).filter(given -> !given.isBlank());
        if (text.isEmpty()) {
            faults.required(attribute, null, "or not a text");
        }
        return text;
    }

    private void unknown(String attribute, String value, String known) {
        faults.add("UNKNOWN_CODE", attribute, value, attribute + " is none that is taken here", "send " + known);
    }

    private static boolean isReference(String text) {
        try {
            return !new URI(text).toString().isEmpty();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private static RefusedRequest notAnEvent() {
        return new RefusedRequest(
                HttpStatus.BAD_REQUEST,
                OutcomeJson.MALFORMED_JSON,
                "The body is not a CloudEvent in JSON, one object.");
    }
}
