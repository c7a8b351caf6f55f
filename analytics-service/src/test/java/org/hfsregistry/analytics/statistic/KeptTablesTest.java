package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.making.Tables;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Quarantines;
import org.junit.jupiter.api.Test;

/** Which tables and answers a count of quarantine makes older. */
class KeptTablesTest {
    private static final int K = 11;
    private static final List<Question> OF_DOCUMENTS =
            List.of(Success.DEFAULT, Recurrence.DEFAULT, TimeToRelief.DEFAULT, Relief.DEFAULT);

    private final Population population = new Population();
    private final Statistics statistics = new Statistics(population, new Thresholds(11, 5));
    private final Tables tables = new Tables(new Thresholds(11, 5));

    KeptTablesTest() {
        Case treatment = Case.of("a", "t", 1).assessed(365, SpasmGrade.E0);
        population.apply(List.of(Change.of(treatment.document())), at(1, 0));
        population.complete();
    }

    @Test
    void what_is_counted_of_quarantine_makes_nothing_older_but_quality() {
        List<Table> before = OF_DOCUMENTS.stream().map(this::table).toList();
        List<LogPositions> places =
                OF_DOCUMENTS.stream().map(statistics::positions).toList();
        Table quality = table(Quality.DEFAULT);
        LogPositions ofAll = statistics.positions(Quality.DEFAULT);

        population.apply(List.of(Change.of(Quarantines.of("a", Map.of("CONFLICT", 1), 0, 0))), at(1, 1));

        assertThat(table(Quality.DEFAULT)).isNotSameAs(quality);
        assertThat(statistics.positions(Quality.DEFAULT)).isNotEqualTo(ofAll);
        assertThat(table(Quality.DEFAULT).positions()).isEqualTo(statistics.positions(Quality.DEFAULT));
        for (int i = 0; i < before.size(); i++) {
            assertThat(table(OF_DOCUMENTS.get(i))).isSameAs(before.get(i));
            assertThat(statistics.positions(OF_DOCUMENTS.get(i))).isEqualTo(places.get(i));
            assertThat(before.get(i).positions()).isEqualTo(places.get(i));
        }
    }

    @Test
    void a_treatment_makes_all_older() {
        List<Table> before = OF_DOCUMENTS.stream().map(this::table).toList();

        population.apply(List.of(), at(2, 0));

        for (int i = 0; i < before.size(); i++) {
            assertThat(table(OF_DOCUMENTS.get(i))).isNotSameAs(before.get(i));
        }
    }

    private static LogPositions at(long treatments, long quarantine) {
        return new LogPositions(List.of(treatments), List.of(0L), List.of(quarantine));
    }

    private Table table(Question question) {
        return population
                .read(cut -> tables.scanned(cut, question, Trait.NONE, K))
                .get();
    }
}
