package org.hfsregistry.analytics.frozen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.frozen.FreezeNumbers.Outcome;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.AskedText;
import org.hfsregistry.analytics.statistic.FrozenAnswers.Found;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreezeNumbersTest {
    private static final Title TITLE = new Title("The year");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-01-01T00:00:00.5Z"));

    private static final Thresholds THRESHOLDS = new Thresholds(11, 5);
    private final Population population = new Population();
    private final List<Answer> answers = new ArrayList<>();
    private final ListedSnapshots snapshots = new ListedSnapshots();
    private int operations;

    @BeforeEach
    void registers() {
        for (int i = 0; i < 20; i++) {
            operate();
        }
        population.complete();
    }

    private void operate() {
        operations++;
        population.apply(
                List.of(Change.of(Case.of(Examples.HOSPITAL, "t-" + operations, operations)
                        .assessed(365, SpasmGrade.E0)
                        .document())),
                new LogPositions(List.of((long) operations), List.of(), List.of()));
    }

    /** Writes as much of an answer as tells it from others. */
    private byte[] written(Answer answer, boolean positions) {
        answers.add(answer);
        return (answer.definition().id() + answer.parameters() + answer.network() + answer.groups() + positions)
                .getBytes(StandardCharsets.UTF_8);
    }

    private FreezeNumbers freezing(Snapshots kept) {
        return new FreezeNumbers(new Statistics(population, THRESHOLDS), this::written, kept, THRESHOLDS, CLOCK);
    }

    private static Snapshot frozen(Outcome outcome) {
        return ((Outcome.Frozen) outcome).snapshot();
    }

    @Test
    void all_answers_are_of_one_state_though_the_data_change_with_each_that_is_kept() {
        Snapshots changing = new Keeping(snapshots, this::operate);

        Snapshot snapshot = frozen(freezing(changing).freeze(TITLE));

        assertThat(operations).isGreaterThan(100);
        assertThat(answers)
                .hasSize(snapshot.parts().size())
                .allSatisfy(
                        answer -> assertThat(answer.positions().dataVersion()).isEqualTo(20));
        assertThat(snapshot.positions().dataVersion()).isEqualTo(20);
    }

    @Test
    void each_question_is_frozen_once_for_everybody_and_once_for_researchers() {
        Snapshot snapshot = frozen(freezing(snapshots).freeze(TITLE));

        List<AskedText> asked =
                snapshot.parts(false).stream().map(Snapshot.Part::asked).toList();
        assertThat(asked)
                .doesNotHaveDuplicates()
                .contains(
                        AskedText.HOSPITALS,
                        new AskedText("mvd-success"),
                        new AskedText("mvd-success?at=90&by=year&grades=E0,E1"),
                        new AskedText("quality-of-life?by=network&treatment=botox"),
                        new AskedText("botox-relief?by=injectionNumber"),
                        new AskedText("botox-trend"))
                .doesNotContain(new AskedText("botox-trend?by=year"));
        assertThat(snapshot.parts(true).stream().map(Snapshot.Part::asked)).containsExactlyElementsOf(asked);
        Set<String> defined = snapshot.definitions().stream()
                .map(definition -> definition.id().split("/", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked)
                .allSatisfy(each -> assertThat(defined).contains(each.text().split("\\?", -1)[0]));
    }

    @Test
    void its_id_tells_the_moment_and_what_everybody_gets() {
        Snapshot snapshot = frozen(freezing(snapshots).freeze(TITLE));
        Snapshot same = frozen(freezing(snapshots).freeze(TITLE));
        operate();
        Snapshot other = frozen(freezing(snapshots).freeze(TITLE));

        assertThat(snapshot.id()).startsWith("20270101T000000Z-").hasSize(29).isEqualTo(same.id());
        assertThat(other.id()).isNotEqualTo(snapshot.id());
        assertThat(snapshots.all()).containsExactly(other, snapshot);
    }

    @Test
    void only_one_is_made_at_a_time() {
        List<Outcome> others = new ArrayList<>();
        FreezeNumbers[] freezing = new FreezeNumbers[1];
        freezing[0] = freezing(new Keeping(snapshots, () -> others.add(freezing[0].freeze(TITLE))));

        frozen(freezing[0].freeze(TITLE));

        assertThat(others).isNotEmpty().allMatch(Outcome.Busy.class::isInstance);
        others.clear();
        assertThat(freezing[0].freeze(TITLE)).isInstanceOf(Outcome.Frozen.class);
    }

    @Test
    void what_was_not_frozen_is_told_with_what_was() {
        Snapshot snapshot = frozen(freezing(snapshots).freeze(TITLE));
        ReadSnapshots reading = new ReadSnapshots(snapshots);

        assertThat(reading.find(snapshot.id(), new AskedText("mvd-recurrence"), false))
                .isInstanceOf(Found.Kept.class);
        assertThat(reading.find(snapshot.id(), new AskedText("mvd-recurrence?gap=30"), false))
                .isEqualTo(new Found.NotFrozen(List.of(
                        new AskedText("mvd-recurrence"),
                        new AskedText("mvd-recurrence?by=network"),
                        new AskedText("mvd-recurrence?by=year"))));
        assertThat(reading.find("another", new AskedText("mvd-recurrence"), false))
                .isEqualTo(new Found.NoSuchSnapshot());
    }

    /** Does something whenever an answer is kept. */
    private record Keeping(ListedSnapshots kept, Runnable meanwhile) implements Snapshots {
        @Override
        public void keep(Checksum checksum, byte[] answer) {
            meanwhile.run();
            kept.keep(checksum, answer);
        }

        @Override
        public void add(Snapshot snapshot) {
            kept.add(snapshot);
        }

        @Override
        public List<Snapshot> all() {
            return kept.all();
        }

        @Override
        public Optional<Snapshot> find(String id) {
            return kept.find(id);
        }

        @Override
        public byte[] answer(Checksum checksum) {
            return kept.answer(checksum);
        }
    }
}
