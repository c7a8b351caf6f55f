package org.hfsregistry.faults.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.hfsregistry.faults.check.CompareRecords;
import org.hfsregistry.faults.check.ExpectedRecord;
import org.hfsregistry.faults.check.ReadRecord;
import org.hfsregistry.faults.deployed.Deployment;
import org.hfsregistry.faults.deployed.Part;
import org.hfsregistry.faults.load.Acknowledged;
import org.hfsregistry.faults.load.Load;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.platform.RunServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the registry in one group, and one of them stands still in the middle of a batch. */
class TakeoverIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TO_WAKE_UP = Duration.ofSeconds(10);
    private static final int MOST_TIMES = 8;
    private static final int HOSPITALS = 12;
    private static final int ENOUGH_ROWS = 400;
    private static final int HISTORIES = 10;

    @TempDir
    private Path data;

    private final long seed = Long.getLong("hfs.faults.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void the_other_takes_over_and_the_one_that_wakes_up_does_no_harm() throws Exception {
        System.out.println("Seed of the load (-Dhfs.faults.seed=): " + seed);
        try (Deployment registry =
                        Deployment.start(data, Deployment.project(), RunServers.EMBEDDED, EnumSet.allOf(Part.class));
                Load load = FaultRun.load(registry)) {
            IntStream.range(0, HOSPITALS)
                    .forEach(each -> load.begin("h-" + each, 120.0 / HOSPITALS, new Random(random.nextLong())));
            awaitMoreRows(load);

            long before = refusals();
            int times = 0;
            do {
                times++;
                registry.pause(Part.REGISTRY);
                for (int each = 0; each < 2 * HOSPITALS; each++) {
                    submitAndAwaitReceipt(registry, load, "late-" + times + "-" + each);
                }
                registry.wake(Part.REGISTRY);
            } while (!isRefusedLate(before) && times < MOST_TIMES);
            assertThat(refusals()).as("it stood still in the middle of a batch").isGreaterThan(before);

            awaitMoreRows(load);
            Map<String, Acknowledged> acknowledged = load.end();
            FaultRun.awaitCounted(registry);
            acknowledged.forEach((hospital, its) -> assertKept(registry, hospital, its));
        }
    }

    /**
     * Whether it stood still in the middle of a batch, which it ends when it wakes up, and is not let note. In the moment of a pause there
     * may be none under way.
     */
    private boolean isRefusedLate(long before) {
        try {
            await().atMost(TO_WAKE_UP).until(() -> refusals() > before);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    private long refusals() throws IOException {
        try (Stream<String> lines = Files.lines(new RunFolder(data).logs().resolve("registry.log"))) {
            return lines.filter(line -> line.contains("were claimed by another registry"))
                    .count();
        }
    }

    private static void awaitMoreRows(Load load) {
        long enough = load.account().acknowledged().get() + ENOUGH_ROWS;
        await().atMost(PATIENCE).until(() -> load.account().acknowledged().get() >= enough);
    }

    /** The hospitals lie on many partitions, and half of these were held by the instance that stands still. */
    private static void submitAndAwaitReceipt(Deployment registry, Load load, String hospital) throws Exception {
        load.sayCalmly(hospital, List.of(new ReportedRow(ReportedRow.Kind.REPORT, "o", "o", 1, """
            {"type": "mvd-outcome", "outcomeId": "o", "patientId": "4711", "treatmentId": "t", "side": "left",
             "treatedOn": "2023-03-01", "assessedOn": "2024-03-01", "spasmGrade": "E0"}\
            """)));
        String token = registry.tokens().hospital(hospital);
        await().atMost(PATIENCE)
                .until(() -> LocalHttp.get(registry.address(Part.OTHER_REGISTRY).resolve("/v1/outcomes/o"), token)
                        .isGood());
    }

    private void assertKept(Deployment registry, String hospital, Acknowledged its) {
        ExpectedRecord expected = ExpectedRecord.of(its.said());
        ReadRecord found = new ReadRecord(registry.address(Part.REGISTRY), HISTORIES);
        assertThat(CompareRecords.of(
                        hospital, its, expected, found.of(registry.tokens().hospital(hospital), expected, random)))
                .as("seed %d", seed)
                .isEmpty();
    }
}
