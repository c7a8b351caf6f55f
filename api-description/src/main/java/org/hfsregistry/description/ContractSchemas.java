package org.hfsregistry.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract's JSON Schemas by the names that they have among the components of an OpenAPI document. */
final class ContractSchemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final List<String> FILES = List.of("outcome", "treatment", "hospital");
    private static final Pattern WHOLE = Pattern.compile("urn:hfsregistry:schema:([a-z]+):v1");
    private static final Pattern PART = Pattern.compile("(?:urn:hfsregistry:schema:[a-z]+:v1)?#/\\$defs/(.+)");

    private final Map<String, JsonNode> schemas = new HashMap<>();

    private ContractSchemas() {}

    /** From the contract's own files; a file's definitions stand beside it, by their own names. */
    static ContractSchemas read() {
        ContractSchemas contract = new ContractSchemas();
        for (String file : FILES) {
            ObjectNode schema = read("/org/hfsregistry/contract/schema/v1/" + file + ".schema.json");
            refersToComponents(schema);
            JsonNode parts = schema.path("$defs");
            schema.remove(List.of("$schema", "$id", "$defs"));
            contract.add(file, schema);
            parts.properties().forEach(part -> contract.add(part.getKey(), part.getValue()));
        }
        return contract;
    }

    private void add(String name, JsonNode schema) {
        JsonNode other = schemas.put(name, schema);
        if (other != null) {
            throw new IllegalStateException("the contract has two schemas " + name);
        }
    }

    /** One of them. @throws IllegalStateException if there is none of this name */
    JsonNode schema(String name) {
        JsonNode schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalStateException("neither the document nor the contract has a schema " + name);
        }
        return schema;
    }

    /** The names of the components that are referred to. */
    static List<String> namesIn(JsonNode part) {
        return part.findValues("$ref").stream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(ref -> ref.startsWith(COMPONENTS))
                .map(ref -> ref.substring(COMPONENTS.length()))
                .toList();
    }

    private static void refersToComponents(JsonNode part) {
        if (part instanceof ObjectNode object && object.path("$ref").isString()) {
            object.put("$ref", component(object.path("$ref").stringValue()));
        }
        part.forEach(ContractSchemas::refersToComponents);
    }

    private static String component(String ref) {
        return COMPONENTS + WHOLE.matcher(PART.matcher(ref).replaceFirst("$1")).replaceFirst("$1");
    }

    private static ObjectNode read(String resource) {
        try (InputStream in = ContractSchemas.class.getResourceAsStream(resource)) {
            return (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
