package org.hfsregistry.intake.bundle.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.bundle.OutcomeBundles;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads Bundles of FHIR R4.
 *
 * <p>An entry is read by itself, so that what is wrong with one is told at that one and leaves the others as they are.
 */
@Component
class FhirBundles implements OutcomeBundles {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 64;

    private static final Set<String> TYPES = Set.of(
            "AdverseEvent",
            "Condition",
            "MedicationAdministration",
            "MedicationStatement",
            "Observation",
            "Patient",
            "Procedure");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Takes a second to make and some thirty megabytes to keep, so not before the first Bundle. */
    private final SingletonSupplier<FhirContext> fhir = SingletonSupplier.of(FhirContext::forR4);

    @Override
    public Reading read(ByteBuffer body) {
        JsonNode json;
        try {
            json = JSON.readTree(body.array(), body.arrayOffset() + body.position(), body.remaining());
        } catch (JacksonException malformed) {
            return unreadable(malformed);
        } catch (NumberFormatException tooLarge) {
            return unreadable(
                    "OUT_OF_RANGE",
                    "Bundle",
                    "there is a number with an exponent that no measured value has",
                    "write the number out");
        }
        if (!json.path("resourceType").asString("").equals("Bundle")) {
            return unreadable("NOT_A_BUNDLE", "Bundle", "the body is not a Bundle", "send a Bundle of FHIR R4");
        }
        if (json.has("entry") && !json.path("entry").isArray()) {
            return unreadable("NOT_A_BUNDLE", "Bundle.entry", "entry is not a list", "send a list of entries");
        }
        return switch (json.path("type").asString("")) {
            case "transaction" -> new Reading.Read(bundle(json, true));
            case "batch" -> new Reading.Read(bundle(json, false));
            default ->
                unreadable(
                        "UNKNOWN_BUNDLE_TYPE",
                        "Bundle.type",
                        "the Bundle is neither a transaction nor a batch",
                        "send a transaction (all or nothing) or a batch (each entry for itself)");
        };
    }

    @Override
    public byte[] refusal(Fault fault) {
        return new Answer(fhir.obtain()).refusal(fault);
    }

    private FhirBundle bundle(JsonNode json, boolean allOrNothing) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : json.path("entry")) {
            entries.add(entry(entries.size(), entry));
        }
        return new FhirBundle(fhir.obtain(), JSON, new Entries(entries), allOrNothing);
    }

    private Entry entry(int index, JsonNode entry) {
        String fullUrl = entry.path("fullUrl").asString("");
        List<Fault> faults = new ArrayList<>();
        if (!Set.of("POST", "PUT").contains(entry.path("request").path("method").asString("POST"))) {
            faults.add(new Fault(
                    "METHOD_NOT_TAKEN",
                    "Bundle.entry[%d].request.method".formatted(index),
                    null,
                    "the registry takes POST and PUT",
                    "send what is new or changed; take an outcome back with a retraction to /v1/outcomes"));
        }
        if (!(entry.path("resource") instanceof ObjectNode resource)
                || !TYPES.contains(resource.path("resourceType").asString(""))) {
            faults.add(new Fault(
                    "UNKNOWN_RESOURCE",
                    "Bundle.entry[%d].resource".formatted(index),
                    null,
                    "this is no resource that the registry takes",
                    "leave it out; taken are "
                            + String.join(", ", TYPES.stream().sorted().toList())));
            return new Entry(index, fullUrl, Optional.empty(), faults);
        }
        ResourceReader reader = new ResourceReader(fhir.obtain(), index, resource);
        Entry read = new Entry(index, fullUrl, reader.read(), faults);
        faults.addAll(reader.faults());
        return read;
    }

    private static Reading unreadable(JacksonException malformed) {
        TokenStreamLocation at = malformed.getLocation();
        String where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return unreadable(
                "MALFORMED_JSON",
                "Bundle",
                "this is not JSON, has a name twice in one object, or is nested too deep" + where,
                "look there for a missing quote, comma or bracket; the text must be UTF-8");
    }

    private static Reading unreadable(String code, String path, String message, String fix) {
        return new Reading.Unreadable(new Fault(code, path, null, message, fix));
    }
}
