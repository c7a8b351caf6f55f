package org.hfsregistry.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.hfsregistry.local.counting.Counting;
import org.hfsregistry.local.counting.SubmittedLog;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Patience;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.service.ReportedTreatments.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Acknowledged means kept and counted once, whichever service is killed, and when. */
class KillIT {

    private static final int HOSPITALS = 6;
    private static final int TREATMENTS = 150;
    private static final int ROWS_OF_A_BATCH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> STATISTICS = List.of("mvd-success", "mvd-recurrence", "botox-relief");

    @TempDir
    private Path data;

    private final long seed = Long.getLong("hfs.kill.seed", System.nanoTime());
    private final Map<String, ReportedTreatments> reports = new LinkedHashMap<>();
    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();

    @Test
    void every_service_killed_in_the_middle_of_a_stream_leaves_the_numbers_of_a_calm_one() throws Exception {
        System.out.println("Seed of the stream (-Dhfs.kill.seed=): " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int number = 1; number <= HOSPITALS; number++) {
            reports.put("h-" + number, ReportedTreatments.drawn(TREATMENTS, random.split()));
        }
        try (KillableServices services = new KillableServices(data)) {
            submitWithKills(services);
            System.out.printf(
                    "%d rows were acknowledged, %d requests were sent again%n", acknowledged.get(), sentAgain.get());
            assertThat(sentAgain)
                    .as("requests that the killed intake did not answer")
                    .hasPositiveValue();
            awaitCounted(services);
            assertEveryAcknowledgedOutcomeHasAReceipt(services);
            assertTheNumbersAreThoseOfTheRows(services);

            submitCalmly(services);
            awaitCounted(services);
            assertTheNumbersAreThoseOfACalmStream(services);
        }
    }

    /** A seventh of the stream before each kill and one while the service is away; nobody waits for it. */
    private void submitWithKills(KillableServices services) throws Exception {
        int part = rows() / 7;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = submissions(services, "killed-", senders);
            int until = 0;
            for (Server killed : List.of(Server.INTAKE, Server.REGISTRY, Server.ANALYTICS)) {
                permits.release(2 * part);
                int killAt = until + part;
                await().atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> acknowledged.get() >= killAt);
                services.kill(killed);
                services.startAgain(killed);
                until += 2 * part;
            }
            permits.release(rows());
            for (Future<?> each : sent) {
                each.get();
            }
        }
        assertThat(acknowledged).hasValue(rows());
    }

    private void submitCalmly(KillableServices services) throws Exception {
        permits.release(rows());
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> each : submissions(services, "calm-", senders)) {
                each.get();
            }
        }
    }

    private List<Future<?>> submissions(KillableServices services, String prefix, ExecutorService senders) {
        List<Future<?>> sent = new ArrayList<>();
        reports.forEach((hospital, itsReports) -> {
            StubbornHospital sender = new StubbornHospital(
                    services.addresses().of(Server.INTAKE),
                    services.tokens().hospital(prefix + hospital),
                    itsReports,
                    sent.size() % 2 == 0 ? 1 : ROWS_OF_A_BATCH,
                    permits,
                    acknowledged,
                    sentAgain);
            sent.add(senders.submit(() -> {
                sender.submitAll();
                return sender;
            }));
        });
        return sent;
    }

    private int rows() {
        return reports.values().stream()
                .mapToInt(itsReports -> itsReports.rows().size())
                .sum();
    }

    private static void awaitCounted(KillableServices services) throws InterruptedException {
        String admin = services.tokens().admin();
        Patience patience = new Patience(PATIENCE, () -> {}, System.out::println);
        try (SubmittedLog log = new SubmittedLog(services.kafkaBootstrap())) {
            new Counting(
                            log,
                            () -> LocalHttp.get(
                                            services.addresses()
                                                    .of(Server.ANALYTICS)
                                                    .resolve("/v1/statistics/mvd-success"),
                                            admin)
                                    .json()
                                    .path("positions"))
                    .await(patience, lag -> {});
        }
    }

    private void assertEveryAcknowledgedOutcomeHasAReceipt(KillableServices services) {
        reports.forEach((hospital, itsReports) -> {
            String token = services.tokens().hospital("killed-" + hospital);
            assertThat(itsReports.outcomeIds()).allSatisfy(outcomeId -> {
                Answer receipt = LocalHttp.get(
                        services.addresses().of(Server.REGISTRY).resolve("/v1/outcomes/" + outcomeId), token);
                assertThat(receipt.json().path("status").asString())
                        .as("%s of %s, seed %d", outcomeId, hospital, seed)
                        .isIn("registered", "duplicate", "retracted");
            });
        });
    }

    private void assertTheNumbersAreThoseOfTheRows(KillableServices services) {
        reports.forEach((hospital, itsReports) -> {
            JsonNode success = group(services, "mvd-success", "killed-" + hospital);
            JsonNode relief = group(services, "botox-relief", "killed-" + hospital);
            Numbers counted = new Numbers(
                    success.path("n").asInt(),
                    success.path("successes").asInt(),
                    relief.path("n").asInt(),
                    relief.path("responders").asInt());
            assertThat(counted).as("%s, seed %d", hospital, seed).isEqualTo(itsReports.numbers());
        });
    }

    private void assertTheNumbersAreThoseOfACalmStream(KillableServices services) {
        for (String hospital : reports.keySet()) {
            for (String statistic : STATISTICS) {
                assertThat(group(services, statistic, "killed-" + hospital))
                        .as("%s of %s, seed %d", statistic, hospital, seed)
                        .isEqualTo(group(services, statistic, "calm-" + hospital));
            }
        }
    }

    /** All that a hospital is told of itself but its name. */
    private static JsonNode group(KillableServices services, String statistic, String hospital) {
        ObjectNode group = (ObjectNode) LocalHttp.get(
                        services.addresses()
                                .of(Server.ANALYTICS)
                                .resolve("/v1/statistics/%s?hospital=%s".formatted(statistic, hospital)),
                        services.tokens().hospital(hospital))
                .json()
                .at("/groups/0");
        group.remove("hospitalId");
        assertThat(group.size()).isPositive();
        return group;
    }
}
