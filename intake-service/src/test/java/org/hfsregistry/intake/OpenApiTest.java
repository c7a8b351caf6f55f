package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.access.AccessRules;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.description.fixture.Codes;
import org.hfsregistry.description.fixture.Form;
import org.hfsregistry.description.fixture.OpenApi;
import org.hfsregistry.intake.running.RawOutcomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The description of intake, held against OpenAPI, the contract's golden files, the example files and the code. */
class OpenApiTest {

    /** Codes that are put together: the name of a parameter that has no such value. */
    private static final Set<String> PUT_TOGETHER = Set.of("UNKNOWN_DRY_RUN", "UNKNOWN_ROWS", "UNKNOWN_TYPE");

    /** What only the pages for people are answered. */
    private static final Set<String> OF_PAGES =
            Set.of("BAD_OUTCOME_IDS", "CSRF_TOKEN_MISSING", "NO_RECEIPTS", "REGISTRY_UNAVAILABLE");

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
                        Codes.inModuleOf(IntakeApplication.class, "org.hfsregistry.intake"),
                        Codes.inModuleOf(AccessRules.class, "org.hfsregistry.access"),
                        Codes.inModuleOf(Outcome.class, "org.hfsregistry.contract"),
                        PUT_TOGETHER)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        answered.removeAll(OF_PAGES);

        Codes.assertDescribed(description, answered, Set.of());
    }

    static Stream<Outcome> outcomes() {
        return Examples.ofEachType().stream();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void its_examples_are_the_golden_outcomes_with_a_patient_id_of_the_hospital(Outcome outcome) throws IOException {
        byte[] golden = Files.readAllBytes(Path.of(
                "..",
                "event-contract/src/test/resources/golden/v1",
                outcome.type().code() + ".json"));
        assertThat(new String(golden, UTF_8).strip()).isEqualTo(new String(OutcomeJson.write(outcome), UTF_8));

        assertThat(description
                        .document()
                        .at("/components/examples/%s/value"
                                .formatted(outcome.type().code())))
                .isEqualTo(JsonMapper.shared().readTree(RawOutcomes.json(outcome, "80011")));
    }

    @ParameterizedTest
    @CsvSource({"comma, operations", "semicolon, injections-semicolon"})
    void its_tables_are_the_example_files(String example, String file) throws IOException {
        assertThat(description
                        .document()
                        .at("/paths/~1v1~1outcomes~1batch/post/requestBody/content/text~1csv/examples/%s/value"
                                .formatted(example))
                        .asString())
                .isEqualTo(Files.readString(Path.of("..", "docs/examples", file + ".csv")));
    }
}
