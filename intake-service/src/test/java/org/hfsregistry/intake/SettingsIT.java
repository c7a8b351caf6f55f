package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.hfsregistry.intake.running.FullDuplexUpload;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SettingsIT {

    private static final String BROKER = Platform.forTests().kafkaBootstrap();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati, 202", "Etc/GMT+12, 422"})
    void the_zone_says_which_day_is_today(String zone, int status) {
        // between the two zones lie 26 hours, so this day has never come in the second one
        LocalDate today = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        try (RunningIntake intake = intake("zone.", "--hfs.submission.zone=" + zone)) {
            String json = RawOutcomes.assessment("z-1").replace("2024-01-15", today.toString());

            assertThat(intake.submit("h-01", json).statusCode()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--hfs.submission.zone=Europe/Atlantis", "--hfs.intake.limits.unread-reports=127MB"})
    void does_not_start_with_a_setting_that_makes_no_sense(String setting) {
        assertThatThrownBy(() -> intake("senseless.", setting).close())
                .hasStackTraceContaining(
                        setting.contains("zone") ? "Europe/Atlantis" : "unread-reports must have room");
    }

    @Test
    void a_batch_without_room_for_its_report_is_refused_before_its_first_row() throws IOException {
        try (RunningIntake intake = intake("room.", "--hfs.intake.limits.unread-reports=128MB")) {
            try (FullDuplexUpload upload = FullDuplexUpload.begin(intake, "h-01", "?rows=all")) {
                upload.send(RawOutcomes.assessment("r-1") + "\n");
                assertThat(upload.nextLine()).contains("accepted");

                HttpResponse<String> refused = batch(intake, "r-2");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
                assertThat(refused.body()).contains("\"code\":\"TOO_MANY_BATCHES\"");
                assertThat(intake.log().size()).isEqualTo(1);

                upload.end();
                assertThat(upload.nextLine()).contains("\"received\":1,\"accepted\":1");
            }
            HttpResponse<String> later = batch(intake, "r-2");
            while (later.statusCode() == 503) {
                // the first one's room is free as soon as its request has ended
                later = batch(intake, "r-2");
            }
            assertThat(later.body()).contains("\"received\":1,\"accepted\":1");
            assertThat(intake.log().size()).isEqualTo(2);
        }
    }

    @Test
    void a_topic_that_is_there_keeps_its_partitions() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(
                            Set.of(new NewTopic("kept.hfs.outcomes.submitted", Optional.of(3), Optional.of((short) 1))))
                    .all()
                    .get();
        }
        try (RunningIntake intake = intake("kept.", "--hfs.topics.replicas=1")) {
            assertThat(intake.submit("h-01", RawOutcomes.assessment("k-1")).statusCode())
                    .isEqualTo(202);
            assertThat(intake.log().partitions()).isEqualTo(3);
        }
    }

    @Test
    void a_topic_that_is_made_says_how_many_replicas_acknowledge() throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "made.hfs.outcomes.submitted");
        try (RunningIntake intake = intake("made.");
                Admin admin = admin()) {
            assertThat(intake.submit("h-01", RawOutcomes.assessment("m-1")).statusCode())
                    .isEqualTo(202);
            assertThat(admin.describeConfigs(Set.of(topic)).all().get().values())
                    .singleElement()
                    .satisfies(config -> assertThat(
                                    config.get("min.insync.replicas").value())
                            .isEqualTo("1"));
            assertThat(intake.log().partitions()).isEqualTo(12);
        }
    }

    private static HttpResponse<String> batch(RunningIntake intake, String outcomeId) {
        return intake.submitBatch("h-01", "", BodyPublishers.ofString(RawOutcomes.assessment(outcomeId)));
    }

    private static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER));
    }

    private RunningIntake intake(String prefix, String... settings) {
        return new RunningIntake(folder, BROKER, prefix, settings);
    }
}
