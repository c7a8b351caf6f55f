package org.hfsregistry.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

    private static final String ONE = """
            components:
              schemas:
                own: {$ref: '#/components/schemas/%s'}
            """;

    @Test
    void takes_from_the_contract_what_is_referred_to_and_what_that_refers_to() {
        JsonNode schemas =
                read(ApiDescription.of(ONE.formatted("treatment")).json()).at("/components/schemas");

        assertThat(schemas.propertyNames())
                .contains("own", "treatment", "withdrawn", "position", "mvd-outcome", "spasmGrade")
                .doesNotContain("outcome", "retraction", "hospital");
        assertThat(schemas.at("/withdrawn/properties/outcomeId/$ref").asString())
                .isEqualTo("#/components/schemas/id");
        assertThat(schemas.path("treatment").propertyNames()).doesNotContain("$id", "$schema", "$defs");
    }

    @Test
    void leaves_a_schema_of_its_own_as_it_is() {
        String own = "components: {schemas: {id: {type: integer}, own: {$ref: '#/components/schemas/id'}}}";
        assertThat(read(ApiDescription.of(own).json())
                        .at("/components/schemas/id/type")
                        .asString())
                .isEqualTo("integer");
    }

    @Test
    void refuses_a_reference_to_nothing() {
        String nothing = ONE.formatted("unheard-of");
        assertThatThrownBy(() -> ApiDescription.of(nothing)).hasMessageContaining("unheard-of");
    }

    @Test
    void is_the_same_in_json_and_in_yaml() {
        ApiDescription description = ApiDescription.of(ONE.formatted("outcome"));
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(description.yaml(), UTF_8));

        JsonNode fromYaml = JsonMapper.shared().valueToTree(yaml);
        assertThat(fromYaml).isEqualTo(read(description.json()));
    }

    private static JsonNode read(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }
}
