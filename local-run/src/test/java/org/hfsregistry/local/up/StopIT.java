package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.local.up.Hospital.assessment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ends of a run, and what the next one and the folder have of it. */
class StopIT {

    /** Looks like nothing else in the folder. */
    private static final String PATIENT = "MRN-7731-äöü-raw";

    private static final String PATIENT_OF_A_FAULTY_ROW = "MRN-7732-äöü-faulty";
    private static final String PATIENT_OF_A_BROKEN_ROW = "MRN-7733-äöü-broken";
    private static final String PATIENT_OF_A_REFUSED_OUTCOME = "MRN-7734-äöü-refused";
    private static final String PATIENT_OF_A_QUARANTINED_OUTCOME = "MRN-7735-äöü-quarantined";
    private static final List<String> PATIENTS = List.of(
            PATIENT,
            PATIENT_OF_A_FAULTY_ROW,
            PATIENT_OF_A_BROKEN_ROW,
            PATIENT_OF_A_REFUSED_OUTCOME,
            PATIENT_OF_A_QUARANTINED_OUTCOME,
            "patient-0001",
            "patient-0108");

    private static SharedRun run;
    private static Hospital hospital;

    @BeforeAll
    static void submit_good_and_faulty_outcomes() throws Exception {
        run = SharedRun.get();
        hospital = new Hospital(run, "it-stopped");
        String faulty = assessment("a-2", 1, PATIENT_OF_A_FAULTY_ROW, "t-2", "E9");
        String broken =
                assessment("a-3", 1, PATIENT_OF_A_BROKEN_ROW, "t-3", "E0").replace("}", "");
        Answer batch = hospital.post(
                "/v1/outcomes/batch",
                "application/x-ndjson",
                hospital.token(),
                String.join("\n", assessment("a-1", 1, PATIENT, "t-1", "E0"), faulty, broken));
        assertThat(batch.text()).contains("\"received\":3", "\"accepted\":1", "\"rejected\":2");

        Answer refused = hospital.post(
                "/v1/outcomes",
                "application/json",
                hospital.token(),
                assessment("a-4", 1, PATIENT_OF_A_REFUSED_OUTCOME, "t-4", "E9"));
        assertThat(refused.status()).as(refused.response().body()).isBetween(400, 422);

        hospital.submits(assessment("a-5", 1, PATIENT_OF_A_QUARANTINED_OUTCOME, "t-1", "E0"));
        await().atMost(Hospital.PATIENCE)
                .untilAsserted(() -> assertThat(hospital.receipt("a-5").text()).contains("quarantined"));
        hospital.awaitCount(1, 1);
    }

    @Test
    void a_killed_run_leaves_no_process_and_the_next_one_has_its_numbers() throws Exception {
        List<String> tables = run.running().tables();
        List<ProcessHandle> services = run.running().services();

        run.running().kill();
        assertThat(services).hasSize(3);
        for (ProcessHandle service : services) {
            service.onExit().get(Hospital.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        assertNoPatientIdIsInAnyFile();

        assertTheNextRunGoesOn(tables);
    }

    @Test
    void ctrl_c_ends_it_in_good_order_and_the_next_run_has_its_numbers() throws Exception {
        RunningRegistry running = run.running();
        List<String> tables = running.tables();

        assertThat(running.interrupt()).as("%s", running.printed()).isZero();
        assertThat(running.printed())
                .contains("Stopping ...")
                .last()
                .asString()
                .isEqualTo("Stopped. The data stay in " + run.data());
        assertNoPatientIdIsInAnyFile();
        // That what is kept can be found this way at all:
        assertThat(filesWith(List.of(hospital.id())))
                .anyMatch(file -> file.startsWith(run.data().resolve("servers/kafka")))
                .anyMatch(file -> file.startsWith(run.data().resolve("servers/mongodb")));

        assertTheNextRunGoesOn(tables);
    }

    private static void assertTheNextRunGoesOn(List<String> tables) throws Exception {
        String log = intakesLog();
        RunningRegistry next = run.startAgain();

        assertThat(intakesLog())
                .as("what was logged before is kept")
                .startsWith(log)
                .hasSizeGreaterThan(log.length());
        assertThat(next.tables()).isEqualTo(tables);
        assertThat(next.printed())
                .anyMatch(line -> line.contains("from an earlier run"))
                .noneMatch(line -> line.contains("outcomes accepted"));
        hospital.awaitCount(1, 1);
    }

    private static void assertNoPatientIdIsInAnyFile() throws IOException {
        assertThat(filesWith(PATIENTS)).isEmpty();
    }

    private static String intakesLog() throws IOException {
        return Files.readString(new RunFolder(run.data()).logs().resolve("intake.log"), StandardCharsets.UTF_8);
    }

    private static List<Path> filesWith(List<String> texts) throws IOException {
        List<String> bytes = texts.stream()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(run.data()).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (bytes.stream().anyMatch(content::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
