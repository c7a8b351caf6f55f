package org.hfsregistry.analytics.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.NotReadYet;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.feed.FeedState.Phase;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ListedLog log = new ListedLog();
    private final List<TreatmentDocument> stored = new ArrayList<>();
    private final Population population = new Population();
    private final KeptColumns saved = new KeptColumns();
    private final Feed feed = new Feed(log, this::readStore, population, saved);
    private int storeReads;
    private Optional<Thread> running = Optional.empty();

    @AfterEach
    void stop() throws InterruptedException {
        feed.stop();
        if (running.isPresent()) {
            assertThat(running.get().join(LONGEST)).isTrue();
        }
    }

    @Test
    void what_is_registered_while_the_store_is_read_is_in_before_anybody_gets_a_number() {
        register(operation("t-1", 1, SpasmGrade.E1));
        register(operation("t-1", 2, SpasmGrade.E0));

        start();
        waitFor(Phase.FOLLOWING);

        assertThat(answer().positions().dataVersion())
                .as("two before and one while the store was read")
                .isGreaterThanOrEqualTo(3);
        assertThat(own(answer())).containsEntry("n", 2).containsEntry("successes", 2);
    }

    @Test
    void after_an_outage_the_log_is_followed_from_where_it_was_left() {
        start();
        waitFor(Phase.FOLLOWING);
        long applied = answer().positions().dataVersion();

        log.away(true);
        waitFor(Phase.STALE);
        assertThat(own(answer())).containsEntry("n", 1);

        register(operation("t-3", 1, SpasmGrade.E0));
        log.away(false);
        Awaitility.await().atMost(LONGEST).until(() -> answer().positions().dataVersion() == applied + 1);

        assertThat(own(answer())).containsEntry("n", 2);
        assertThat(log.readFrom()).containsExactly(0, (int) applied);
    }

    @Test
    void nobody_gets_a_number_while_the_log_was_never_reached() {
        log.away(true);
        start();
        waitFor(Phase.WAITING);

        assertThatThrownBy(this::answer).isInstanceOf(NotReadYet.class);
    }

    @Test
    void after_a_start_from_what_was_saved_the_log_is_followed_from_there_and_the_store_is_not_read() {
        register(operation("t-1", 1, SpasmGrade.E0));
        start();
        waitFor(Phase.FOLLOWING);
        assertThat(feed.save()).isTrue();
        int saved1 = Math.toIntExact(saved.applied().dataVersion());
        register(operation("t-3", 1, SpasmGrade.E1));

        Population anew = new Population();
        Feed second = new Feed(log, some -> storeReads++, anew, saved);
        Thread secondRunning = Thread.ofPlatform().start(second::run);
        try {
            Awaitility.await().atMost(LONGEST).until(() -> second.state().phase() == Phase.FOLLOWING);

            assertThat(storeReads).isEqualTo(1);
            assertThat(log.readFrom()).endsWith(saved1);
            assertThat(own(answer(anew))).containsEntry("n", 3).containsEntry("successes", 2);
        } finally {
            second.stop();
            Awaitility.await().atMost(LONGEST).until(() -> !secondRunning.isAlive());
        }
    }

    @Test
    void what_was_saved_of_places_that_the_log_does_not_have_is_not_taken() {
        saved.save(population, "listed", LogPositions.NONE.treatmentsAt(0, 7));
        register(operation("t-1", 1, SpasmGrade.E0));

        start();
        waitFor(Phase.FOLLOWING);

        assertThat(storeReads).isEqualTo(1);
    }

    @Test
    void columns_are_saved_when_all_is_in_now_and_then_and_when_nothing_is_left_of_a_treatment() {
        SetClock clock = new SetClock();
        Saving saving = new Saving(feed, population, Duration.ofHours(1), clock);
        saving.look();
        assertThat(saved.saves()).as("not all is in").isZero();

        start();
        waitFor(Phase.FOLLOWING);
        saving.look();
        saving.look();
        assertThat(saved.saves()).isEqualTo(1);

        clock.forward(Duration.ofMinutes(61));
        saving.look();
        assertThat(saved.saves()).isEqualTo(2);

        population.apply(List.of(Change.erased("h-01", "t-2")), LogPositions.NONE.treatmentsAt(0, 1));
        saving.look();
        saving.look();
        assertThat(saved.saves()).isEqualTo(3);
    }

    private void start() {
        running = Optional.of(Thread.ofPlatform().start(feed::run));
    }

    private void waitFor(Phase phase) {
        Awaitility.await().atMost(LONGEST).until(() -> feed.state().phase() == phase);
    }

    /** Another operation is registered after the store was asked: it is in the log only. */
    private void readStore(Consumer<List<Change>> some) {
        storeReads++;
        List<TreatmentDocument> read = List.copyOf(stored);
        log.append(operation("t-2", 1, SpasmGrade.E0));
        some.accept(read.stream().map(Change::of).toList());
    }

    private void register(TreatmentDocument treatment) {
        stored.add(treatment);
        log.append(treatment);
    }

    private static TreatmentDocument operation(String id, int version, SpasmGrade grade) {
        return Case.of("h-01", id, 1).version(version).assessed(365, grade).document();
    }

    private Answer answer() {
        return answer(population);
    }

    private static Answer answer(Population population) {
        return new Statistics(population, new Thresholds(11, 5))
                .answer(Asked.ofAll(Success.DEFAULT), new Audience(11, Optional.of("h-01")));
    }

    private static Map<String, Object> own(Answer answer) {
        return answer.groups().getFirst();
    }
}
