package org.hfsregistry.analytics;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.access.AccessRules;
import org.hfsregistry.description.fixture.Codes;
import org.hfsregistry.description.fixture.Form;
import org.hfsregistry.description.fixture.OpenApi;
import org.junit.jupiter.api.Test;

/** The description of analytics, held against OpenAPI and the code. */
class OpenApiTest {

    /** Answers of services that are for hospitals, and of pages. */
    private static final Set<String> NOT_HERE = Set.of("CSRF_TOKEN_MISSING", "NO_HOSPITAL");

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
                        Codes.inModuleOf(AnalyticsApplication.class, "org.hfsregistry.analytics"),
                        Codes.inModuleOf(AccessRules.class, "org.hfsregistry.access"))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        answered.removeAll(NOT_HERE);

        Codes.assertDescribed(description, answered, Set.of());
    }
}
