package org.hfsregistry.analytics.frozen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.statistic.AskedText;
import org.junit.jupiter.api.Test;

/** What every place to keep snapshots in has to do. */
public abstract class SnapshotsKit {
    private static final byte[] ANSWER = "{\"n\":11}".getBytes(StandardCharsets.UTF_8);

    /** An empty one. */
    protected abstract Snapshots empty();

    private static Snapshot snapshot(String title, Instant at, Checksum answer) {
        return new Snapshot(
                new Title(title),
                at,
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                new LogPositions(List.of(3L, 0L), List.of(1L), List.of()),
                List.of(Definition.SUCCESS),
                List.of(
                        new Snapshot.Part(new AskedText("mvd-success?at=90"), false, answer),
                        new Snapshot.Part(new AskedText("mvd-success"), true, answer)));
    }

    @Test
    void a_snapshot_is_read_as_it_was_added() {
        Snapshots snapshots = empty();
        Snapshot added = snapshot("The year 2026", Instant.parse("2027-01-01T00:00:00Z"), Checksum.of(ANSWER));
        snapshots.add(added);

        assertThat(snapshots.find(added.id())).contains(added);
        assertThat(snapshots.find("another")).isEmpty();
    }

    @Test
    void the_newest_is_listed_first() {
        Snapshots snapshots = empty();
        Snapshot older = snapshot("Older", Instant.parse("2027-01-01T00:00:00Z"), Checksum.of(ANSWER));
        Snapshot newer = snapshot("Newer", Instant.parse("2027-01-01T00:00:01Z"), Checksum.of(ANSWER));
        snapshots.add(older);
        snapshots.add(newer);

        assertThat(snapshots.all()).containsExactly(newer, older);
    }

    @Test
    void nothing_that_is_there_is_changed() {
        Snapshots snapshots = empty();
        Instant at = Instant.parse("2027-01-01T00:00:00Z");
        Snapshot first = snapshot("First", at, Checksum.of(ANSWER));
        Snapshot again =
                new Snapshot(first.title(), at, Instant.EPOCH, first.positions(), first.definitions(), first.parts());
        snapshots.add(first);
        snapshots.add(again);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(snapshots.all()).containsExactly(first);
    }

    @Test
    void an_answer_is_kept_by_its_checksum_however_often_and_however_large_it_is() {
        Snapshots snapshots = empty();
        byte[] large = new byte[30_000_001];
        large[large.length - 1] = 1;
        for (byte[] answer : List.of(ANSWER, ANSWER, large, new byte[0])) {
            snapshots.keep(Checksum.of(answer), answer);
            assertThat(snapshots.answer(Checksum.of(answer))).isEqualTo(answer);
        }
    }

    @Test
    void an_answer_that_was_not_kept_is_none() {
        Snapshots snapshots = empty();
        assertThatThrownBy(() -> snapshots.answer(Checksum.of(ANSWER))).isInstanceOf(IllegalStateException.class);
    }
}
