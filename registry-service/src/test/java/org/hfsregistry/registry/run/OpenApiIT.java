package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.description.fixture.Exchanges;
import org.hfsregistry.description.fixture.Mappings;
import org.hfsregistry.description.fixture.OpenApi;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.method.HandlerMethod;

/** The description of the registry, held against its controllers and against answers of a running one. */
class OpenApiIT {

    private static final String HOSPITAL = Examples.HOSPITAL;
    private static final OpenApi DESCRIPTION = OpenApi.ofThisService();
    private static final Tokens TOKENS = new Tokens();

    private static Surroundings surroundings;
    private static Registry registry;

    private final Exchanges exchanges = new Exchanges(DESCRIPTION);

    @BeforeAll
    static void start(@TempDir Path folder) {
        surroundings = new Surroundings(Platform.forTests(), TOKENS, folder);
        surroundings.submit(Examples.ofEachType());
        surroundings.submit(List.of(
                Examples.assessment("o-2", 1, "t-2", 300, SpasmGrade.E0),
                Examples.assessment("o-2", 1, "t-2", 300, SpasmGrade.E1),
                Examples.assessment("o-2", 1, "t-2", 300, SpasmGrade.E0),
                Examples.assessment("o-3", 1, "t-3", 30, SpasmGrade.E0)));
        registry = Registry.start(surroundings);
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    @AfterAll
    static void stop() {
        registry.close();
        surroundings.close();
    }

    @Test
    void every_path_method_and_parameter_is_described_and_nothing_else() {
        assertThat(Mappings.of(DESCRIPTION)).isEqualTo(Mappings.of(registry.mappings(), OpenApiIT::isForMachines));
    }

    @Test
    void it_is_served_to_everybody() {
        Registry.Answer answer = registry.askWithoutToken("/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(DESCRIPTION.document());
        assertThat(registry.askWithoutToken("/openapi.yaml").response().body()).startsWith("openapi: 3.1.1\n");
    }

    @Test
    void answers_are_as_described() {
        for (String path : List.of(
                "/v1/outcomes/o-mvd-1",
                "/v1/outcomes?outcomeId=o-mvd-1&outcomeId=o-2&outcomeId=unheard-of",
                "/v1/outcomes/o-2",
                "/v1/outcomes/o-rec-1",
                "/v1/outcomes/o-prof-1",
                "/v1/treatments",
                "/v1/treatments?kind=mvd&from=2023-01-01&to=2023-12-31&limit=1",
                "/v1/treatments/t-mvd-1",
                "/v1/treatments/t-2/history?limit=1",
                "/v1/treatments/t-mvd-1/history",
                "/v1/follow-up",
                "/v1/follow-up?state=missed&limit=1",
                "/v1/export",
                "/v1/export?format=csv",
                "/v1/quarantine")) {
            assertThat(get(path, TOKENS.hospital(HOSPITAL)).status()).as(path).isEqualTo(200);
        }
        assertThat(registry.get(HOSPITAL, "/v1/quarantine").response().body()).contains("CONFLICT");
        assertThat(registry.get(HOSPITAL, "/v1/follow-up").response().body()).contains("missed");
        for (String path : List.of(
                "/v1/outcomes/unheard-of",
                "/v1/treatments/unheard-of",
                "/v1/treatments/unheard-of/history",
                "/v1/outcomes",
                "/v1/treatments",
                "/v1/follow-up",
                "/v1/export",
                "/v1/quarantine")) {
            get(path, TOKENS.hospital(HOSPITAL));
            get(path + "?unheard=of", TOKENS.hospital(HOSPITAL));
            get(path + "?hospitalId=h-other", TOKENS.hospital(HOSPITAL));
            get(path, TOKENS.admin());
            get(path, TOKENS.researcher());
            get(path, "no.token");
        }

        assertThat(exchanges.unseen())
                .as("no bug is known that answers 500; outages of the store are in OutageIT")
                .allMatch(unseen -> unseen.matches(".* (?:500|503)|GET /openapi.* 200"));
    }

    private Registry.Answer get(String path, String token) {
        Registry.Answer answer = registry.ask(path, token);
        exchanges.assertDescribed(answer.response().request(), answer.response());
        return answer;
    }

    /** Signing in is for people. */
    private static boolean isForMachines(HandlerMethod handler) {
        return !handler.getBeanType().getPackageName().startsWith("org.hfsregistry.access");
    }
}
