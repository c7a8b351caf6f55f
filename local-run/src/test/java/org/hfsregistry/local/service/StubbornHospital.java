package org.hfsregistry.local.service;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.service.ReportedTreatments.Reported;

/**
 * Submits its rows in their order, each until it is acknowledged: what is not answered, or answered 503 or 429, it sends again.
 *
 * @param rowsAtOnce 1 for a request an outcome, else the rows of a batch
 * @param permits how many rows all hospitals may still send
 * @param acknowledged how many rows of all hospitals were taken
 * @param sentAgain how many requests of all hospitals were not answered, or put off
 */
record StubbornHospital(
        URI intake,
        String bearer,
        ReportedTreatments reports,
        int rowsAtOnce,
        Semaphore permits,
        AtomicInteger acknowledged,
        AtomicInteger sentAgain) {

    private static final Set<Integer> PUT_OFF = Set.of(429, 503);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Longer than any service takes to come back: only one that stays away reaches it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void submitAll() throws InterruptedException {
        List<Reported> rows = reports.rows();
        for (int from = 0; from < rows.size(); from += rowsAtOnce) {
            List<Reported> next = rows.subList(from, Math.min(rows.size(), from + rowsAtOnce));
            permits.acquire(next.size());
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(PAUSE)
                    .atMost(PATIENCE)
                    .until(() -> isAcknowledgedAtOnce(next));
            acknowledged.addAndGet(next.size());
        }
    }

    private boolean isAcknowledgedAtOnce(List<Reported> rows) {
        boolean taken = isAcknowledged(rows);
        if (!taken) {
            sentAgain.incrementAndGet();
        }
        return taken;
    }

    private boolean isAcknowledged(List<Reported> rows) {
        String body = rows.stream().map(Reported::json).collect(Collectors.joining("\n"));
        Answer answer;
        try {
            answer = rowsAtOnce == 1
                    ? post("/v1/outcomes", "application/json", body)
                    : post("/v1/outcomes/batch", "application/x-ndjson", body);
        } catch (CannotBeDone notAnswered) {
            return false;
        }
        if (PUT_OFF.contains(answer.status())) {
            return false;
        }
        String text = answer.text();
        return rowsAtOnce == 1
                || text.contains("\"summary\":{\"received\":%1$d,\"accepted\":%1$d,".formatted(rows.size()));
    }

    private Answer post(String path, String contentType, String body) {
        return LocalHttp.post(
                intake.resolve(path), "Bearer " + bearer, contentType, body.getBytes(StandardCharsets.UTF_8));
    }
}
