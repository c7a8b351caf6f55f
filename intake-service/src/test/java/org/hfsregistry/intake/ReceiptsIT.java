package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hfsregistry.contract.caller.Scope;
import org.hfsregistry.intake.browser.RegistryStandIn;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsIT {

    @SuppressWarnings("NullAway.Init")
    private static RegistryStandIn registry;

    @SuppressWarnings("NullAway.Init")
    private static RunningIntake intake;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        registry = new RegistryStandIn();
        intake = new RunningIntake(
                folder,
                Platform.forTests().kafkaBootstrap(),
                "receipts.",
                "--hfs.intake.receipts.registry=" + registry.address());
    }

    @AfterAll
    static void stop() {
        intake.close();
        registry.close();
    }

    @Test
    void are_asked_for_in_the_name_of_who_asks_and_handed_on() {
        String token = intake.tokens().hospital("h-01");
        assertThat(ask(token, "?outcomeId=r-1&outcomeId=r-2").body()).isEqualTo("{\"receipts\":[]}");

        HttpResponse<String> answer = ask(token, "?outcomeId=r-1&outcomeId=r-2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .contains("\"outcomeId\":\"r-1\"", "\"outcomeId\":\"r-2\"", "\"status\":\"registered\"");
        assertThat(registry.bearers()).contains("Bearer " + token);
    }

    @Test
    void are_for_who_may_read_records() {
        HttpResponse<String> answer = ask(intake.tokens().token("c", "h-01", Scope.SUBMIT), "?outcomeId=r-1");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"INSUFFICIENT_SCOPE\"");
    }

    @Test
    void are_asked_for_by_ids_of_outcomes_and_not_too_many() {
        String token = intake.tokens().hospital("h-01");
        String many = IntStream.rangeClosed(1, 51)
                .mapToObj(i -> "outcomeId=m-" + i)
                .collect(Collectors.joining("&", "?", ""));
        for (String query : new String[] {many, "?outcomeId=%2Fetc", "?outcomeId=", ""}) {
            assertThat(ask(token, query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(ask(token, "?outcomeId=r-1&hospitalId=h-02").body()).contains("UNKNOWN_PARAMETER");
    }

    @Test
    void a_registry_that_answers_something_else_is_told_from_one_that_is_away(@TempDir Path folder) throws IOException {
        HttpResponse<String> unfit = ask(intake.tokens().hospital("h-01"), "?outcomeId=unfit");
        assertThat(unfit.statusCode()).isEqualTo(502);
        assertThat(unfit.body()).contains("\"code\":\"NO_RECEIPTS\"", "The registry answered 500");

        RegistryStandIn gone = new RegistryStandIn();
        gone.close();
        try (RunningIntake alone = new RunningIntake(
                folder,
                Platform.forTests().kafkaBootstrap(),
                "receiptsaway.",
                "--hfs.intake.receipts.registry=" + gone.address())) {
            HttpResponse<String> away = alone.send(
                    alone.request("/receipts?outcomeId=r-1", alone.tokens().hospital("h-01"))
                            .GET());
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
            assertThat(away.body()).contains("\"code\":\"REGISTRY_UNAVAILABLE\"");
        }
    }

    private static HttpResponse<String> ask(String token, String query) {
        return intake.send(intake.request("/receipts" + query, token).GET());
    }
}
