package org.hfsregistry.benchmarks.registry;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hfsregistry.benchmarks.client.Answer;
import org.hfsregistry.benchmarks.client.PostingClient;
import org.hfsregistry.benchmarks.client.SampleRows;
import org.hfsregistry.benchmarks.running.Deployment;
import org.hfsregistry.benchmarks.running.RunningService;

/** New outcomes that hospitals submit to intake, until the registry has taken them in: how far it is, its positions tell. */
final class Submissions {

    private static final Duration ASKED_EVERY = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final Deployment deployment;
    private final RunningService intake;
    private final RegistryStore store;
    private final int hospitals;
    private long submitted;

    Submissions(Deployment deployment, RunningService intake, RegistryStore store, int hospitals) {
        this.deployment = deployment;
        this.intake = intake;
        this.store = store;
        this.hospitals = hospitals;
    }

    /** Of all hospitals one after the other, each its part of so many. */
    void submit(int outcomes) throws IOException {
        for (int hospital = 0; hospital < hospitals; hospital++) {
            int rows = (int) ((long) outcomes * (hospital + 1) / hospitals - (long) outcomes * hospital / hospitals);
            SampleRows body = SampleRows.ndjson(submitted, rows);
            submitted += rows;
            try (PostingClient client = new PostingClient(
                    intake.address(),
                    "/v1/outcomes/batch",
                    "application/x-ndjson",
                    deployment.tokens().hospital("h-%03d".formatted(hospital)))) {
                Answer answer = client.post(body, body.length());
                if (answer.status() != OK || !answer.text().contains("\"accepted\":" + rows + ",\"rejected\":0,")) {
                    throw new IllegalStateException("intake answered " + answer.status() + " " + answer.text());
                }
            }
        }
    }

    /** Waits for all that were submitted. */
    void awaitTakenIn() {
        for (long noted = noted(); noted < submitted; noted = awaitMoreThan(noted)) {}
    }

    private long awaitMoreThan(long noted) {
        return Awaitility.await("more than %d of %d registered".formatted(noted, submitted))
                .atMost(PATIENCE)
                .pollInterval(ASKED_EVERY)
                .until(this::noted, now -> now > noted);
    }

    private long noted() {
        return store.noted().values().stream().mapToLong(Long::longValue).sum();
    }
}
