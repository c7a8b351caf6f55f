package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.intake.running.FullDuplexUpload;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was reported as accepted is kept, though intake stops in the middle of a batch. */
@Timeout(120)
class AcknowledgedIT {

    private static final String HOSPITAL = "h-01";
    private static final Pattern ACCEPTED =
            Pattern.compile("\\{\"row\":\\d+,\"outcomeId\":\"([^\"]+)\",\"status\":\"accepted\".*");
    private static final int BEFORE_THE_STOP = 1000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothing_that_was_reported_is_missing_after_a_stop_and_a_repetition_brings_the_rest() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Set<String> acknowledged = new HashSet<>();
        RunningIntake stopped = intake();
        try (FullDuplexUpload upload = FullDuplexUpload.begin(stopped, HOSPITAL, "?rows=all")) {
            Thread uploading = Thread.ofPlatform().start(() -> sendUntilItBreaks(upload, sent));
            while (acknowledged.size() < BEFORE_THE_STOP) {
                note(upload.nextLine(), acknowledged);
            }
            Thread stopping = Thread.ofPlatform().start(stopped::close);
            readUntilItBreaks(upload, acknowledged);
            stopping.join();
            uploading.join();
        }

        try (RunningIntake anew = intake()) {
            Set<String> keptBefore = kept(anew);
            assertThat(without(keptBefore, revisions(acknowledged))).isEmpty();

            String all = anew.submitBatch(HOSPITAL, "", BodyPublishers.ofString(rows(sent.get())))
                    .body();
            assertThat(all)
                    .isEqualTo("{\"summary\":{\"received\":%1$d,\"accepted\":%1$d,\"rejected\":0,\"dryRun\":false}}\n"
                            .formatted(sent.get()));
            Set<String> keptAfter = kept(anew);
            assertThat(without(keptAfter, keptBefore)).isEmpty();
            assertThat(keptAfter)
                    .isEqualTo(IntStream.rangeClosed(1, sent.get())
                            .mapToObj(i -> "s-" + i + "/1")
                            .collect(Collectors.toSet()));
        }
    }

    /** Never ends the batch, so that the stop comes in its middle. */
    private static void sendUntilItBreaks(FullDuplexUpload upload, AtomicInteger sent) {
        try {
            while (true) {
                upload.send(RawOutcomes.assessment("s-" + (sent.get() + 1)) + "\n");
                sent.incrementAndGet();
            }
        } catch (IOException stopped) {
            // what came in with the last write is known to the log alone; the file has it too
            sent.incrementAndGet();
        }
    }

    private static void readUntilItBreaks(FullDuplexUpload upload, Set<String> acknowledged) {
        try {
            while (true) {
                note(upload.nextLine(), acknowledged);
            }
        } catch (IOException stopped) {
            // all that was reported is noted
        }
    }

    private static void note(String line, Set<String> acknowledged) {
        Matcher accepted = ACCEPTED.matcher(line);
        if (accepted.matches()) {
            acknowledged.add(accepted.group(1));
        }
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> RawOutcomes.assessment("s-" + i))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> revisions(Set<String> outcomeIds) {
        return outcomeIds.stream().map(id -> id + "/1").collect(Collectors.toSet());
    }

    /** What is missing there; there may be hundreds of thousands. */
    private static Set<String> without(Set<String> there, Set<String> expected) {
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(there);
        return missing;
    }

    private static Set<String> kept(RunningIntake intake) {
        return intake.log().all().stream()
                .map(record -> OutcomeJson.read(record.value(), Submission.REGISTRY))
                .map(reading -> ((OutcomeReading.Accepted) reading).outcome())
                .map(outcome -> outcome.outcomeId() + "/" + outcome.revision())
                .collect(Collectors.toSet());
    }

    private RunningIntake intake() {
        return new RunningIntake(
                folder,
                Platform.forTests().kafkaBootstrap(),
                "acknowledged.",
                "--spring.lifecycle.timeout-per-shutdown-phase=1s");
    }
}
