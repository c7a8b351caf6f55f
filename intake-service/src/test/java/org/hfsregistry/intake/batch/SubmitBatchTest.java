package org.hfsregistry.intake.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SubmitBatchTest {

    private static final Caller CALLER = new Caller("h-01", "client");
    private static final int MANY = 20_000;

    enum Kind {
        GOOD,
        FAULTY,
        UNREADABLE
    }

    private final List<OutcomeSubmitted> tried = new ArrayList<>();

    @Property
    void every_row_is_accepted_or_rejected_and_told_in_its_order(
            @ForAll @Size(max = 60) List<Kind> kinds, @ForAll @IntRange(min = 0, max = 60) int kept)
            throws IOException {
        tried.clear();
        List<RowResult> told = new ArrayList<>();
        BatchSummary summary =
                batches(afterThat -> afterThat <= kept).submit(CALLER, rows(kinds), false, reportTo(told));

        long good = kinds.stream().filter(kind -> kind == Kind.GOOD).count();
        assertThat(summary.received()).isEqualTo(kinds.size());
        assertThat(summary.accepted()).isEqualTo(Math.min(good, kept));
        assertThat(told.stream().map(SubmitBatchTest::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, kinds.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(told.stream().filter(RowResult.NotKept.class::isInstance).count())
                .isEqualTo(good - Math.min(good, kept));
        assertThat(tried).hasSize((int) Math.min(good, kept + 1L));
    }

    @Test
    void a_dry_run_keeps_nothing() throws IOException {
        BatchSummary summary = batches(all -> false)
                .submit(CALLER, rows(List.of(Kind.GOOD, Kind.FAULTY)), true, reportTo(new ArrayList<>()));
        assertThat(summary).isEqualTo(new BatchSummary(1, 1, true));
        assertThat(tried).isEmpty();
    }

    @Test
    @Timeout(30)
    void reads_no_further_than_it_can_tell() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        CountDownLatch clientReads = new CountDownLatch(1);
        List<BatchSummary> summaries = new ArrayList<>();
        Rows rows = () -> taken.incrementAndGet() > MANY ? Optional.empty() : Optional.of(row(Kind.FAULTY, 1));
        BatchReport waiting = new BatchReport() {
            @Override
            public void add(RowResult result) throws IOException {
                try {
                    clientReads.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void flush() {}
        };
        Thread upload = Thread.ofPlatform().start(() -> {
            try {
                summaries.add(batches(all -> true).submit(CALLER, rows, false, waiting));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        while (taken.get() < 4096 || upload.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(taken).hasValueLessThan(4100);
        clientReads.countDown();
        upload.join();
        assertThat(summaries).containsExactly(new BatchSummary(0, MANY, false));
    }

    @Test
    void ends_where_the_report_gives_up() {
        Iterator<Integer> endless = Stream.iterate(1, i -> i + 1).iterator();
        BatchReport givesUp = new BatchReport() {
            @Override
            public void add(RowResult result) {
                throw new BrokerUnavailable("nothing was kept");
            }

            @Override
            public void flush() {}
        };
        assertThatThrownBy(() -> batches(all -> false)
                        .submit(CALLER, () -> Optional.of(row(Kind.GOOD, endless.next())), false, givesUp))
                .isInstanceOf(BrokerUnavailable.class);
    }

    @Test
    void ends_where_the_client_is_gone() {
        Iterator<Integer> endless = Stream.iterate(1, i -> i + 1).iterator();
        BatchReport broken = new BatchReport() {
            @Override
            public void add(RowResult result) throws IOException {
                throw new IOException("client gone");
            }

            @Override
            public void flush() {}
        };
        assertThatThrownBy(() -> batches(all -> true)
                        .submit(CALLER, () -> Optional.of(row(Kind.GOOD, endless.next())), false, broken))
                .isInstanceOf(IOException.class)
                .hasMessage("client gone");
    }

    private SubmitBatch batches(java.util.function.IntPredicate isKept) {
        return new SubmitBatch(
                new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY)),
                event -> () -> {
                    tried.add(event);
                    return isKept.test(tried.size())
                            ? CompletableFuture.<@Nullable Void>completedFuture(null)
                            : CompletableFuture.<@Nullable Void>failedFuture(new BrokerUnavailable("away"));
                },
                Clock.systemUTC());
    }

    private static Rows rows(List<Kind> kinds) {
        Iterator<Row> rows = IntStream.range(0, kinds.size())
                .mapToObj(i -> row(kinds.get(i), i + 1))
                .iterator();
        return () -> rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    private static Row row(Kind kind, int i) {
        return switch (kind) {
            case GOOD ->
                new Row.Json(i, ByteBuffer.wrap(RawOutcomes.assessment("o-" + i).getBytes(UTF_8)));
            case FAULTY -> new Row.Json(i, ByteBuffer.wrap("{}".getBytes(UTF_8)));
            case UNREADABLE -> new Row.Unreadable(i, new Fault("LINE_TOO_LONG", "", null, "too long", "shorten it"));
        };
    }

    private static long number(RowResult result) {
        return switch (result) {
            case RowResult.Accepted accepted -> accepted.row();
            case RowResult.Refused refused -> refused.row();
            case RowResult.NotKept notKept -> notKept.row();
        };
    }

    private static BatchReport reportTo(List<RowResult> told) {
        return new BatchReport() {
            @Override
            public void add(RowResult result) {
                told.add(result);
            }

            @Override
            public void flush() {}
        };
    }
}
