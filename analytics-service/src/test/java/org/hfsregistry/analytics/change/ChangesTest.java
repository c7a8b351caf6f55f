package org.hfsregistry.analytics.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.analytics.change.Changes.Limits;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final Thresholds THRESHOLDS = new Thresholds(11, 5);
    private static final Limits LIMITS = new Limits(10, Duration.ofMinutes(5));
    private static final int SECONDS = 30;
    private static final long BEGUN = 90 + 80 + 60 + 60 + 3;

    private final Population population = new Population();
    private final Changes changes = new Changes(new Statistics(population, new Thresholds(11, 5)), THRESHOLDS);
    private int operations;

    @BeforeEach
    void begins() {
        population.complete();
        changes.begin();
        operated("large", 90);
        operated("other", 80);
        operated("hidden-1", 60);
        operated("hidden-2", 60);
        operated("small", 3);
    }

    private void operated(String hospital, int count) {
        for (int i = 0; i < count; i++) {
            operations++;
            Case operation = Case.of(hospital, "t" + operations, operations).assessed(365, SpasmGrade.E0);
            population.apply(List.of(Change.of(operation.document())), LogPositions.NONE.treatmentsAt(0, operations));
        }
    }

    @Test
    void who_begins_to_listen_is_told_the_version() throws Exception {
        Told told = listen(Optional.empty(), Optional.empty()).next();

        assertThat(told.dataVersion()).isEqualTo(BEGUN);
        assertThat(told.hospitals()).isEmpty();
        assertThat(told.all()).isFalse();
    }

    @Test
    void a_hospital_is_named_when_what_everybody_sees_of_it_has_changed() throws Exception {
        Heard anybody = listen(Optional.empty(), Optional.empty()).after(1);

        operated("large", 1);
        changes.lookForListeners();
        assertThat(anybody.next().hospitals()).containsExactly("large");

        operated("small", 1);
        changes.lookForListeners();
        Told told = anybody.next();
        assertThat(told.dataVersion()).isEqualTo(BEGUN + 2);
        assertThat(told.hospitals()).as("it has not enough data, as before").isEmpty();
    }

    @Test
    void a_hospital_hears_of_itself_what_others_don_t() throws Exception {
        Heard itself = listen(Optional.of("small"), Optional.empty()).after(1);
        Heard another = listen(Optional.of("other"), Optional.empty()).after(1);

        operated("small", 1);
        changes.lookForListeners();

        assertThat(itself.next().hospitals()).containsExactly("small");
        assertThat(another.next().hospitals()).isEmpty();
    }

    @Test
    void nothing_is_told_where_nothing_has_changed() throws Exception {
        Heard anybody = listen(Optional.empty(), Optional.empty()).after(1);

        changes.lookForListeners();
        changes.lookForListeners();
        operated("large", 1);
        changes.lookForListeners();

        assertThat(anybody.next().dataVersion()).isEqualTo(BEGUN + 1);
    }

    @Test
    void who_comes_back_is_told_what_was_missed() throws Exception {
        Heard first = listen(Optional.empty(), Optional.empty()).after(1);
        operated("large", 1);
        changes.lookForListeners();
        first.after(1);
        operated("other", 1);
        changes.lookForListeners();

        assertThat(listen(Optional.empty(), Optional.of(BEGUN)).next().hospitals())
                .containsExactly("large", "other");
        assertThat(listen(Optional.empty(), Optional.of(BEGUN + 1)).next().hospitals())
                .containsExactly("other");
        assertThat(listen(Optional.empty(), Optional.of(BEGUN + 2)).next().hospitals())
                .isEmpty();
        assertThat(listen(Optional.empty(), Optional.of(77L)).next().all())
                .as("a version that it was not told")
                .isTrue();
    }

    @Test
    void what_comes_while_nobody_listens_is_missed_and_told() throws Exception {
        changes.listen(new Heard(), everybody(), Optional.empty(), LIMITS).ifPresent(unread -> changes.end());
        changes.begin();
        operated("large", 1);

        assertThat(listen(Optional.empty(), Optional.of(BEGUN)).next().hospitals())
                .containsExactly("large");
    }

    @Test
    void what_comes_while_a_slow_reader_reads_is_told_as_one_and_holds_up_nobody() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        BlockingQueue<Told> slow = new LinkedBlockingQueue<>();
        begin(
                new Heard() {
                    @Override
                    public void tell(Told told) throws IOException {
                        slow.add(told);
                        await(read);
                    }
                },
                LIMITS);
        assertThat(slow.poll(SECONDS, TimeUnit.SECONDS)).isNotNull();
        Heard quick = listen(Optional.empty(), Optional.empty()).after(1);

        operated("large", 1);
        changes.lookForListeners();
        assertThat(quick.next().hospitals()).containsExactly("large");
        operated("other", 1);
        changes.lookForListeners();
        assertThat(quick.next().hospitals()).containsExactly("other");
        read.countDown();

        Told together = slow.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(together).isNotNull();
        assertThat(together.hospitals()).containsExactly("large", "other");
        assertThat(together.dataVersion()).isEqualTo(BEGUN + 2);
    }

    @Test
    void no_more_listen_than_may_until_one_is_gone() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Limits one = new Limits(1, Duration.ofMillis(1));
        Heard gone = new Heard() {
            @Override
            public void beat() throws IOException {
                await(ended);
                throw new IOException("nobody reads");
            }
        };
        Thread telling = begin(gone, one);

        assertThat(changes.listen(new Heard(), everybody(), Optional.empty(), one))
                .isEmpty();
        ended.countDown();
        assertThat(telling.join(Duration.ofSeconds(SECONDS))).isTrue();
        assertThat(changes.listening()).isZero();
        assertThat(changes.listen(new Heard(), everybody(), Optional.empty(), one))
                .isPresent();
    }

    @Test
    void at_the_end_all_are_hung_up_on_and_nobody_is_taken_any_more() throws Exception {
        Heard heard = new Heard();
        Thread telling = begin(heard, LIMITS);
        heard.after(1);

        changes.end();

        assertThat(telling.join(Duration.ofSeconds(SECONDS))).isTrue();
        assertThat(heard.hungUp.getCount()).isZero();
        assertThat(changes.listen(new Heard(), everybody(), Optional.empty(), LIMITS))
                .isEmpty();
    }

    private static Audience everybody() {
        return THRESHOLDS.forEverybody();
    }

    private Heard listen(Optional<String> hospital, Optional<Long> lastSeen) {
        Heard heard = new Heard();
        Thread.startVirtualThread(changes.listen(heard, new Audience(11, hospital), lastSeen, LIMITS)
                .orElseThrow());
        return heard;
    }

    private Thread begin(Listener listener, Limits limits) {
        return Thread.startVirtualThread(
                changes.listen(listener, everybody(), Optional.empty(), limits).orElseThrow());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("waited too long");
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /** Remembers what it is told. */
    private static class Heard implements Listener {
        private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
        final CountDownLatch hungUp = new CountDownLatch(1);

        @Override
        public void tell(Told what) throws IOException {
            told.add(what);
        }

        @Override
        public void beat() throws IOException {}

        @Override
        public void end() {
            hungUp.countDown();
        }

        Told next() throws InterruptedException {
            Told next = told.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was told");
            }
            return next;
        }

        /** With so many told that don't matter. */
        Heard after(int count) throws InterruptedException {
            for (int i = 0; i < count; i++) {
                next();
            }
            return this;
        }
    }
}
