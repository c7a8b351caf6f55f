package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.RandomTreatments;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.running.RegistryStandIn;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestartIT {
    private static final String NAME = "restart";
    private static final String HOSPITAL = "h-01";
    private static final int STOPS = 3;
    private static final int BETWEEN_STOPS = 60;
    private static final Map<String, Question> QUESTIONS = Map.of(
            "mvd-success", Question.Success.DEFAULT,
            "mvd-recurrence", Question.Recurrence.DEFAULT,
            "mvd-time-to-relief", Question.TimeToRelief.DEFAULT,
            "botox-relief", Question.Relief.DEFAULT,
            "reinjection-interval", Question.OfSequence.Reinjection.DEFAULT,
            "botox-to-mvd", Question.OfSequence.BotoxToMvd.DEFAULT,
            "botox-trend", Question.OfSequence.Trend.DEFAULT,
            "quality", Question.Quality.DEFAULT);

    private final JsonMapper json = JsonMapper.shared();

    /** The registry goes on while analytics is stopped and started from the columns that it saved; half of each stretch comes while it is away. */
    @Test
    void stopped_and_started_in_the_middle_of_the_stream_it_comes_to_the_same_numbers(@TempDir Path folder)
            throws Exception {
        List<TreatmentDocument> versions = RandomTreatments.stream(7, STOPS * BETWEEN_STOPS);
        try (RegistryStandIn registry = new RegistryStandIn(Platform.forTests(), NAME);
                RunningAnalytics steady = started()) {
            Semaphore due = new Semaphore(0);
            CompletableFuture<Void> streaming = CompletableFuture.runAsync(() -> versions.forEach(version -> {
                due.acquireUninterruptibly();
                registry.register(version);
            }));
            for (int stop = 0; stop < STOPS; stop++) {
                due.release(BETWEEN_STOPS / 2);
                try (RunningAnalytics passing = started(saving(folder))) {
                    assertThat(passing.waitFor(1).get("/v1/hospitals").statusCode())
                            .isEqualTo(200);
                    due.release(BETWEEN_STOPS / 2);
                }
            }
            streaming.get();
            assertThat(folder.resolve("columns/columns")).isRegularFile();
            try (RunningAnalytics restarted = started(saving(folder))) {
                steady.waitFor(registry.published());
                restarted.waitFor(registry.published());

                assertSame(restarted, steady);
                assertRecomputed(restarted, versions);
            }
        }
    }

    private static String saving(Path folder) {
        return "hfs.analytics.columns.folder=" + folder.resolve("columns");
    }

    private static RunningAnalytics started(String... settings) {
        return new RunningAnalytics().start(Platform.forTests(), NAME, settings);
    }

    private static void assertSame(RunningAnalytics one, RunningAnalytics other) {
        List<String> paths = new ArrayList<>(List.of("/v1/hospitals"));
        QUESTIONS
                .keySet()
                .forEach(name -> paths.addAll(List.of(
                        "/v1/statistics/" + name, "/v1/statistics/" + name + "?hospital=" + HOSPITAL + "&by=year")));
        paths.add("/v1/statistics/botox-relief?by=product");
        for (String path : paths) {
            assertThat(own(one, path)).as(path).isEqualTo(own(other, path));
        }
    }

    private static String own(RunningAnalytics analytics, String path) {
        return analytics.getAs(analytics.tokens().hospital(HOSPITAL), path).body();
    }

    private void assertRecomputed(RunningAnalytics restarted, List<TreatmentDocument> versions) {
        Map<String, TreatmentDocument> newest = new TreeMap<>();
        versions.forEach(version -> newest.put(version.id(), version));
        Population population = new Population();
        population.apply(newest.values().stream().map(Change::of).toList(), LogPositions.NONE);
        population.complete();
        QUESTIONS.forEach((name, question) -> {
            Answer answer = new Statistics(population, new Thresholds(11, 5))
                    .answer(Asked.ofAll(question), new Audience(11, Optional.of(HOSPITAL)));
            JsonNode told = json.readTree(own(restarted, "/v1/statistics/" + name));
            assertThat(told.path("groups")).as(name).isEqualTo(written(answer.groups()));
            assertThat(told.path("network")).as(name).isEqualTo(written(answer.network()));
        });
    }

    private JsonNode written(Object fields) {
        return json.readTree(json.writeValueAsBytes(fields));
    }
}
