package org.hfsregistry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.access.AccessRules;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.description.fixture.Codes;
import org.hfsregistry.description.fixture.Form;
import org.hfsregistry.description.fixture.OpenApi;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The description of the registry, held against OpenAPI, the contract's golden files and the code. */
class OpenApiTest {

    /** Codes of one word, which nothing tells from other texts. */
    private static final Set<String> OF_ONE_WORD = Set.of("CONFLICT", "CONTRADICTION");

    private final OpenApi description = OpenApi.ofThisService();

    @Test
    void it_is_openapi_and_fits_itself() {
        Form.assertIsOpenApi(description);
        Form.assertRefersToWhatIsThere(description);
        Form.assertExamplesFit(description);
    }

    @Test
    void every_code_is_described_and_every_described_code_can_be_answered() {
        Set<String> answered = Stream.of(
                        Codes.inModuleOf(RegistryApplication.class, "org.hfsregistry.registry"),
                        Codes.inModuleOf(AccessRules.class, "org.hfsregistry.access"))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        answered.remove("CSRF_TOKEN_MISSING"); // which only pages for people are answered

        Codes.assertDescribed(description, answered, OF_ONE_WORD);
    }

    @Test
    void its_treatment_is_the_golden_one() {
        assertThat(description
                        .document()
                        .at(
                                "/paths/~1v1~1treatments~1{treatmentId}/get/responses/200/content/application~1json/examples"
                                        + "/operation/value"))
                .isEqualTo(JsonMapper.shared().readTree(DocumentJson.write(Documents.treatment())));
    }
}
