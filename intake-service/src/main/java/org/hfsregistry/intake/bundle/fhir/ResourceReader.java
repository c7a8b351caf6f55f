package org.hfsregistry.intake.bundle.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.clinical.Fault;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one resource and finds every element that R4 does not have or that has not its form.
 *
 * <p>Values of elements are not told: any of them may be a patient's.
 */
final class ResourceReader {

    private static final String NOT_R4 = "NOT_R4";
    private static final int LARGEST_EXPONENT = 64;

    private final FhirContext fhir;
    private final String path;
    private final ObjectNode json;
    private final Set<Fault> faults = new LinkedHashSet<>();

    ResourceReader(FhirContext fhir, int index, ObjectNode json) {
        this.fhir = fhir;
        this.path = "Bundle.entry[%d].resource".formatted(index);
        this.json = json;
    }

    /** The resource; its narrative, which is for people, is not read. */
    Optional<Resource> read() {
        json.remove("text");
        if (hasImmenseNumber(json)) {
            return unreadable("the resource has a number that no measurement has", "send numbers of at most 64 digits");
        }
        IParser parser = fhir.newJsonParser();
        parser.setParserErrorHandler(new Gathering());
        try {
            return Optional.of((Resource) parser.parseResource(json.toString()));
        } catch (RuntimeException e) {
            // the parser throws whatever comes of JSON that it does not expect, and tells the values
            return unreadable("the resource is not one of FHIR R4", "check it with a validator, such as HL7's");
        }
    }

    private Optional<Resource> unreadable(String problem, String fix) {
        faults.add(new Fault(NOT_R4, path, null, problem, fix));
        return Optional.empty();
    }

    /** The parser would write 1e999999999 with all its zeros. */
    private static boolean hasImmenseNumber(JsonNode node) {
        return node.isBigDecimal()
                ? Math.abs((long) node.decimalValue().scale()) > LARGEST_EXPONENT
                : node.valueStream().anyMatch(ResourceReader::hasImmenseNumber);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void refuse(@Nullable String element, String problem, String fix) {
        String name = element == null ? "" : element;
        String where = name.isEmpty() ? path : find(json, name, path).orElse(path);
        faults.add(new Fault(NOT_R4, where, null, "the element %s %s".formatted(name, problem), fix));
    }

    /** The parser tells names only; the first element of that name is taken for the one. */
    private static Optional<String> find(JsonNode node, String name, String path) {
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            String at = path + "." + child.getKey();
            if (child.getKey().equals(name)) {
                return Optional.of(at);
            }
            Optional<String> below = find(child.getValue(), name, at);
            if (below.isPresent()) {
                return below;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> below = find(node.get(i), name, path + "[" + i + "]");
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private final class Gathering implements IParserErrorHandler {

        @Override
        public void unknownElement(@Nullable IParseLocation at, String element) {
            refuse(element, "is not known here", "leave it out, or write it as FHIR R4 does");
        }

        @Override
        public void unknownAttribute(@Nullable IParseLocation at, String element) {
            unknownElement(at, element);
        }

        @Override
        public void invalidValue(@Nullable IParseLocation at, @Nullable String value, String problem) {
            refuse(parent(at), "has a value that it can't have", "see the values that FHIR R4 gives it");
        }

        @Override
        public void incorrectJsonType(
                @Nullable IParseLocation at,
                String element,
                ValueType expected,
                @Nullable ScalarType expectedScalar,
                ValueType found,
                @Nullable ScalarType foundScalar) {
            refuse(element, "is not of the JSON type that it has in FHIR", "send it as %s".formatted(expected));
        }

        @Override
        public void missingRequiredElement(@Nullable IParseLocation at, String element) {
            refuse(parent(at), "lacks its " + element, "send " + element);
        }

        @Override
        public void unexpectedRepeatingElement(@Nullable IParseLocation at, String element) {
            refuse(element, "stands here more than once", "send it once");
        }

        @Override
        public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation at) {
            refuse("extension", "has both a value and extensions", "send one of them");
        }

        @Override
        public void containedResourceWithNoId(@Nullable IParseLocation at) {
            refuse("contained", "has a resource without an id", "send resources as entries of their own");
        }

        @Override
        public void unknownReference(@Nullable IParseLocation at, @Nullable String reference) {
            // references are followed where they matter
        }

        @Override
        public void invalidInternalReference(@Nullable IParseLocation at, @Nullable String reference) {
            // likewise
        }

        private static @Nullable String parent(@Nullable IParseLocation at) {
            return at == null ? null : at.getParentElementName();
        }
    }
}
