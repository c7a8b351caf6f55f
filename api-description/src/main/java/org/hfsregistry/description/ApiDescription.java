package org.hfsregistry.description;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service's HTTP interface as an OpenAPI 3.1 document. It exists so that such a document is written by hand, as bodies that
 * are streams have no types to make it from, and still has the schemas of the contract: those that it refers to and does not
 * have are taken from there.
 */
public final class ApiDescription {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode document;

    private ApiDescription(ObjectNode document) {
        this.document = document;
    }

    /** Of {@code openapi.yaml} on the class path. */
    public static ApiDescription ofThisService() {
        try (InputStream in = ApiDescription.class.getResourceAsStream("/openapi.yaml")) {
            return of(new String(
                    Objects.requireNonNull(in, "there is no openapi.yaml").readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the text of such a file. */
    static ApiDescription of(String yaml) {
        Object written = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        ObjectNode document = JSON.valueToTree(written);
        ObjectNode schemas = document.withObject("/components/schemas");
        Deque<String> missing = new ArrayDeque<>(ContractSchemas.namesIn(document));
        ContractSchemas contract = ContractSchemas.read();
        while (!missing.isEmpty()) {
            String name = missing.pop();
            if (!schemas.has(name)) {
                JsonNode schema = contract.schema(name);
                schemas.set(name, schema);
                List<String> further = ContractSchemas.namesIn(schema);
                missing.addAll(further);
            }
        }
        return new ApiDescription(document);
    }

    /** The paths that it describes. */
    public List<String> paths() {
        return List.copyOf(document.path("paths").propertyNames());
    }

    /** As JSON in UTF-8. */
    public byte[] json() {
        return JSON.writeValueAsBytes(document);
    }

    /** As YAML in UTF-8. */
    public byte[] yaml() {
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        block.setSplitLines(false);
        return new Yaml(block).dump(JSON.treeToValue(document, Object.class)).getBytes(UTF_8);
    }
}
