package org.hfsregistry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.running.CapturedLog;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientIdsIT {

    private static final String ID = "MRN 0815/4711";

    /** Patient ids that other ids can be made of. */
    private static final String FIT_FOR_IDS = "MRN-08154711";

    private static final String NUMBER = "815471109";

    @Test
    void no_patient_id_is_written_anywhere(@TempDir Path folder) {
        // captured from after the start, which sets up logging anew
        try (RunningIntake intake =
                        new RunningIntake(folder, Platform.forTests().kafkaBootstrap(), "patients.");
                CapturedLog log = CapturedLog.begin()) {
            List<String> bodies = new ArrayList<>();
            for (Outcome outcome : Examples.ofEachType()) {
                bodies.add(RawOutcomes.json(outcome, ID));
            }
            String good = RawOutcomes.assessment("o-1").replace("P-4711", ID);
            bodies.add(good.replace("t-o-1", ID));
            bodies.add(good.replace("\"o-1\"", "\"" + ID + "\""));
            bodies.add(good.replace("E0", ID));
            bodies.add(good.replace("\"mvd-outcome\"", "\"nothing\""));
            bodies.add(good.replace("patientId", "patientid"));
            bodies.add(good.replace("\"spasmGrade\":\"E0\"", "\"spasmReductionPct\":\"" + ID + "\""));
            bodies.add(good.substring(0, good.length() - 20));
            bodies.add("\"" + ID + "\"");

            String made = RawOutcomes.assessment("o-2").replace("P-4711", FIT_FOR_IDS);
            bodies.add(made.replace("t-o-2", "op-" + FIT_FOR_IDS));
            bodies.add(made.replace("\"o-2\"", "\"" + FIT_FOR_IDS + "-1\""));
            bodies.add(made.replace("\"o-2\"", "\"" + FIT_FOR_IDS.toLowerCase(Locale.ROOT) + "-1\""));
            bodies.add(made.replace("\"" + FIT_FOR_IDS + "\"", NUMBER).replace("t-o-2", "t " + NUMBER));

            StringBuilder answers = new StringBuilder();
            bodies.forEach(body ->
                    answers.append(intake.submit(Examples.HOSPITAL, body).body()));
            answers.append(intake.submitBatch(
                            Examples.HOSPITAL, "?rows=all", BodyPublishers.ofString(String.join("\n", bodies)))
                    .body());
            answers.append(intake.send(intake.request("/actuator/prometheus", "")
                            .setHeader("Authorization", "")
                            .GET())
                    .body());

            assertThat(answers)
                    .contains("NOT_AN_ID", "UNKNOWN_CODE", "UNKNOWN_FIELD", "MALFORMED_JSON", "accepted")
                    .contains("PATIENT_ID_IN_ID", "use a number of your own")
                    .contains("NOT_A_TEXT", "send it as a string in double quotes");
            assertThat(answers.toString()).doesNotContain(ID, NUMBER).doesNotContainIgnoringCase(FIT_FOR_IDS);
            assertThat(log.text())
                    .isNotEmpty()
                    .doesNotContain(ID, NUMBER, "spasmGrade")
                    .doesNotContainIgnoringCase(FIT_FOR_IDS);
            assertThat(intake.log().all())
                    .hasSize(2 * Examples.ofEachType().size())
                    .allSatisfy(record -> {
                        assertThat(record.value())
                                .asString(UTF_8)
                                .doesNotContain(ID, NUMBER)
                                .doesNotContainIgnoringCase(FIT_FOR_IDS);
                        assertThat(record.headers().toString()).doesNotContain(ID, NUMBER);
                    });
        }
    }
}
