package org.hfsregistry.analytics.feed.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.RandomTreatments;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.CaseMix;
import org.hfsregistry.analytics.question.Question.Complications;
import org.hfsregistry.analytics.question.Question.MedicationResponses;
import org.hfsregistry.analytics.question.Question.OfSequence;
import org.hfsregistry.analytics.question.Question.QualityOfLife;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are taken from the file answer as those that were written; a file that may be wrong is deleted. */
class ColumnsFileTest {
    private static final String LOG = "a-log";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int CHANGES = 400;
    private static final int SAVED_AFTER = 300;
    private static final List<Question> QUESTIONS = List.of(
            Success.DEFAULT,
            new Recurrence(30),
            Recurrence.DEFAULT,
            TimeToRelief.DEFAULT,
            Relief.DEFAULT,
            Complications.DEFAULT,
            MedicationResponses.DEFAULT,
            QualityOfLife.DEFAULT,
            CaseMix.DEFAULT,
            OfSequence.Reinjection.DEFAULT,
            OfSequence.BotoxToMvd.DEFAULT,
            OfSequence.Trend.DEFAULT);

    @TempDir
    private Path folder;

    private final List<TreatmentDocument> stream = RandomTreatments.stream(11, CHANGES);

    @Test
    void what_was_saved_and_the_log_from_there_on_are_what_the_whole_log_is() {
        Population first = population(stream);
        Population saved = population(stream.subList(0, SAVED_AFTER));
        assertThat(file(NOW).save(saved, LOG, at(SAVED_AFTER))).isTrue();

        Population second = new Population();
        assertThat(file(NOW).restore(second, LOG, positions -> true)).contains(at(SAVED_AFTER));
        apply(second, stream.subList(SAVED_AFTER - 50, CHANGES));

        assertThat(answers(second)).isEqualTo(answers(first));
    }

    @Test
    void a_later_file_takes_the_place_of_the_first_and_nothing_else_is_left() throws IOException {
        file(NOW).save(population(stream.subList(0, 10)), LOG, at(10));
        Files.writeString(folder.resolve("columns.part"), "cut off by a crash");
        file(NOW).save(population(stream), LOG, at(CHANGES));

        assertThat(names()).containsExactly("columns");
        assertThat(file(NOW).restore(new Population(), LOG, positions -> true)).contains(at(CHANGES));
    }

    @Test
    void a_crash_while_it_is_written_leaves_the_file_that_was_there() throws IOException {
        file(NOW).save(population(stream), LOG, at(CHANGES));
        Files.writeString(folder.resolve("columns.part"), "cut off by a crash");

        assertThat(file(NOW).restore(new Population(), LOG, positions -> true)).contains(at(CHANGES));
        assertThat(names()).containsExactly("columns");
    }

    @Test
    void a_file_that_is_too_old_for_what_the_log_keeps_of_erasures_is_not_taken() throws IOException {
        file(NOW).save(population(stream), LOG, at(CHANGES));

        assertThat(file(NOW.plus(WEEK).minusSeconds(1)).restore(new Population(), LOG, positions -> true))
                .isPresent();
        assertIsRefused(file(NOW.plus(WEEK)), LOG, true);
    }

    @Test
    void its_bytes_tell_of_hospitals_and_of_no_patient() throws IOException {
        file(NOW).save(population(stream), LOG, at(CHANGES));
        String bytes = Files.readString(folder.resolve("columns"), StandardCharsets.ISO_8859_1);

        assertThat(stream).extracting(TreatmentDocument::hospitalId).allMatch(bytes::contains);
        assertThat(stream)
                .flatExtracting(TreatmentDocument::outcomes)
                .extracting(reported -> reported.outcome().patientId().value())
                .isNotEmpty()
                .noneMatch(bytes::contains);
    }

    @Test
    void a_file_of_another_log_is_not_taken() throws IOException {
        file(NOW).save(population(stream), LOG, at(CHANGES));

        assertIsRefused(file(NOW), "another", true);
    }

    @Test
    void a_file_of_places_that_the_log_does_not_have_is_not_taken() throws IOException {
        file(NOW).save(population(stream), LOG, at(CHANGES));

        assertIsRefused(file(NOW), LOG, false);
    }

    @Test
    void a_file_that_was_changed_anywhere_or_cut_off_is_not_taken() throws IOException {
        file(NOW).save(population(stream), LOG, at(CHANGES));
        byte[] whole = Files.readAllBytes(folder.resolve("columns"));

        for (int place = 0; place < whole.length; place += 997) {
            byte[] changed = whole.clone();
            changed[place] ^= 1;
            Files.write(folder.resolve("columns"), changed);
            assertIsRefused(file(NOW), LOG, true);
        }
        Files.write(folder.resolve("columns"), Arrays.copyOf(whole, whole.length - 1));
        assertIsRefused(file(NOW), LOG, true);
    }

    @Test
    void without_a_folder_nothing_is_saved() {
        ColumnsFile off = new ColumnsFile(Optional.empty(), WEEK, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(off.save(population(stream), LOG, at(CHANGES))).isFalse();
        assertThat(off.restore(new Population(), LOG, positions -> true)).isEmpty();
    }

    private void assertIsRefused(ColumnsFile file, String log, boolean reached) throws IOException {
        Population population = new Population();
        assertThat(file.restore(population, log, positions -> reached)).isEmpty();
        assertThat(population.hospitals()).isEmpty();
        assertThat(names()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private ColumnsFile file(Instant now) {
        return new ColumnsFile(Optional.of(folder), WEEK, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Population population(List<TreatmentDocument> documents) {
        Population population = new Population();
        apply(population, documents);
        return population;
    }

    private static void apply(Population population, List<TreatmentDocument> documents) {
        documents.forEach(document -> population.apply(List.of(Change.of(document)), at(CHANGES)));
        population.complete();
    }

    private static List<Answer> answers(Population population) {
        Statistics statistics = new Statistics(population, new Thresholds(11, 5));
        return QUESTIONS.stream()
                .map(question -> statistics.answer(Asked.ofAll(question), new Audience(1, Optional.empty())))
                .toList();
    }

    private static LogPositions at(long offset) {
        return new LogPositions(List.of(offset), List.of(), List.of());
    }
}
