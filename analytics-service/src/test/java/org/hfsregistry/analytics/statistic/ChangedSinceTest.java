package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.RandomTreatments;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Complications;
import org.hfsregistry.analytics.question.Question.MedicationResponses;
import org.hfsregistry.analytics.question.Question.OfSequence;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** Who asks after each change gets what somebody gets who has asked nothing before it. */
class ChangedSinceTest {
    private static final Audience ANYBODY = new Audience(1, Optional.empty());
    private static final List<Question> QUESTIONS = List.of(
            Success.DEFAULT,
            Recurrence.DEFAULT,
            new Recurrence(180),
            TimeToRelief.DEFAULT,
            Relief.DEFAULT,
            Complications.DEFAULT,
            MedicationResponses.DEFAULT,
            OfSequence.Reinjection.DEFAULT,
            OfSequence.BotoxToMvd.DEFAULT,
            OfSequence.Trend.DEFAULT);

    @Provide
    Arbitrary<List<TreatmentDocument>> versions() {
        return RandomTreatments.versions();
    }

    @Property(tries = 60)
    void answers_are_those_of_all_that_is_in(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        Population population = new Population();
        Statistics asked = new Statistics(population, new Thresholds(11, 5));
        population.complete();
        List<TreatmentDocument> delivered = RandomTreatments.delivered(versions, order);

        for (int change = 0; change < delivered.size(); change++) {
            population.apply(List.of(change(delivered.get(change), change)), at(change + 1L));
            Statistics anew = new Statistics(population, new Thresholds(11, 5));
            for (Question question : QUESTIONS) {
                for (Asked.By by : List.of(Asked.By.HOSPITAL, Asked.By.YEAR)) {
                    if (by == Asked.By.HOSPITAL || !(question instanceof OfSequence.Trend)) {
                        assertThat(answer(asked, question, by)).isEqualTo(answer(anew, question, by));
                    }
                }
            }
        }
    }

    /** Now and then a treatment is erased. */
    private static Change change(TreatmentDocument document, int number) {
        return number % 7 == 6 ? Change.erased(document.hospitalId(), document.treatmentId()) : Change.of(document);
    }

    private static Answer answer(Statistics statistics, Question question, Asked.By by) {
        return statistics.answer(new Asked(question, Filter.NONE, Set.of(), by, Asked.USUAL_LEVEL), ANYBODY);
    }

    private static LogPositions at(long offset) {
        return new LogPositions(List.of(offset), List.of(), List.of());
    }
}
