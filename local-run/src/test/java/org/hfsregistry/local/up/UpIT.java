package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.local.up.Hospital.assessment;
import static org.hfsregistry.local.up.Hospital.retraction;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole registry as a person starts it, from an outcome at intake to the number at analytics. */
class UpIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PATIENT = "4711";

    private static SharedRun run;

    @BeforeAll
    static void start() throws Exception {
        run = SharedRun.get();
    }

    @Test
    void the_papers_figures_come_back() {
        assertThat(run.running().tables())
                .anySatisfy(
                        line -> assertThat(line).startsWith("baldauf-2019").contains("320", "201", "77.6%", "62.8%"))
                .anyMatch(line -> line.startsWith("32 of 32 compared figures agree with the papers"))
                .noneMatch(line -> line.contains("DIFFERS"));
    }

    @Test
    void the_hint_at_the_end_names_the_folder_that_other_commands_need() {
        assertThat(run.running().printed())
                .anyMatch(line -> line.contains("./registry token") && line.contains("--data " + run.data()));
    }

    @Test
    void an_outcome_counts_and_its_repetition_correction_and_retraction_do_as_they_should() {
        Hospital hospital = new Hospital(run, "it-counting");
        hospital.submits(assessment("a-1", 1, PATIENT, "t-1", "E0"));
        hospital.awaitCount(1, 1);

        hospital.submits(assessment("a-1", 1, PATIENT, "t-1", "E0"));
        hospital.submits(assessment("a-2", 1, PATIENT, "t-2", "E0"));
        hospital.awaitCount(2, 2);

        hospital.submits(assessment("a-1", 2, PATIENT, "t-1", "E3"));
        hospital.awaitCount(2, 1);

        hospital.submits(retraction("r-1", "a-2"));
        hospital.awaitCount(1, 0);
    }

    @Test
    void each_outcome_is_in_the_number_soon_after_its_post() {
        Hospital hospital = new Hospital(run, "it-speed");
        List<Duration> latencies = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            Instant posting = Instant.now();
            hospital.submits(assessment("a-" + i, 1, PATIENT, "t-" + i, "E0"));
            hospital.awaitCount(i, i);
            latencies.add(Duration.between(posting, Instant.now()));
        }

        assertThat(latencies)
                .hasSize(11)
                .allSatisfy(latency -> assertThat(latency).isLessThan(SOON));
        System.out.printf(
                "From the post of an outcome to its number: median %d ms of %s%n",
                latencies.stream().sorted().toList().get(latencies.size() / 2).toMillis(), latencies);
    }

    @Test
    void a_hospitals_few_cases_are_whole_to_itself_and_to_nobody_else() {
        Hospital hospital = new Hospital(run, "it-small");
        hospital.submits(assessment("a-1", 1, PATIENT, "t-1", "E0"));
        hospital.awaitCount(1, 1);

        assertThat(hospital.group(run.tokens().researcher()).has("n")).isFalse();
        assertThat(hospital.group(run.tokens().hospital("it-other")).has("n")).isFalse();
    }

    @Test
    void nobody_gets_in_without_the_right_token() {
        Hospital mine = new Hospital(run, "it-mine");
        String body = assessment("a-1", 1, PATIENT, "t-1", "E0");
        String theirs = body.replace("{", "{\"hospitalId\":\"it-theirs\",");

        assertThat(posted(mine, "nonsense", body)).isEqualTo(401);
        assertThat(posted(mine, run.tokens().researcher(), body)).isEqualTo(403);
        assertThat(posted(mine, run.tokens().admin(), body)).isEqualTo(403);
        assertThat(posted(mine, mine.token(), theirs)).isEqualTo(403);
        assertThat(LocalHttp.get(run.at(Server.REGISTRY, "/v1/treatments")).status())
                .isEqualTo(401);
        assertThat(LocalHttp.get(run.at(Server.REGISTRY, "/v1/treatments"), mine.token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_admin_names_the_hospital_whose_records_it_reads() {
        new Hospital(run, "it-watched").submits(assessment("a-1", 1, PATIENT, "t-1", "E0"));
        String admin = run.tokens().admin();

        assertThat(LocalHttp.get(run.at(Server.REGISTRY, "/v1/treatments"), admin)
                        .status())
                .isEqualTo(400);
        assertThat(LocalHttp.get(run.at(Server.REGISTRY, "/v1/treatments?hospitalId=it-watched"), admin)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_second_run_on_the_same_folder_is_refused() throws Exception {
        Process second = RunningRegistry.process(run.data(), run.addresses());
        String printed = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(printed).contains("is in use by the process").contains("--data");
    }

    private static int posted(Hospital hospital, String bearer, String outcome) {
        return hospital.post("/v1/outcomes", "application/json", bearer, outcome)
                .status();
    }
}
