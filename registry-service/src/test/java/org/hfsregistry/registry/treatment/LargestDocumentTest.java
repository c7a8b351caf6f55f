package org.hfsregistry.registry.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;
import org.junit.jupiter.api.Test;

/** However a hospital fills a document, Kafka takes it as it comes: one that can't be published would stop the log for others. */
class LargestDocumentTest {

    /** What producers, topics and consumers take by themselves, less a tenth for key, headers and what is to come. */
    private static final int ROOM = 1024 * 1024 * 9 / 10;

    private static final Instant LONGEST_TIME = Instant.parse("2024-12-31T23:59:59.999Z");
    private static final Position LONGEST_POSITION = new Position(Integer.MAX_VALUE, Long.MAX_VALUE);

    @Test
    void a_treatment_full_of_the_largest_outcomes_fits_a_record() {
        int kinds = LargestOutcomes.ofEachTreatment(0).size();
        for (int kind = 0; kind < kinds; kind++) {
            int each = kind;
            List<Reported<TreatmentOutcome>> full = IntStream.range(0, Dossier.MOST_OUTCOMES)
                    .mapToObj(number ->
                            reported(LargestOutcomes.ofEachTreatment(number).get(each)))
                    .toList();

            assertThat(treatment(full, List.of())).hasSizeLessThan(ROOM);
        }
    }

    @Test
    void a_hospital_full_of_the_largest_reports_fits_a_record() {
        List<Reported<HospitalReport>> full = IntStream.range(0, Dossier.MOST_OUTCOMES)
                .mapToObj(number -> LargestDocumentTest.<HospitalReport>reported(LargestOutcomes.profile(number)))
                .toList();

        assertThat(DocumentJson.write(
                        new HospitalDocument(LargestOutcomes.HOSPITAL, Long.MAX_VALUE, LONGEST_TIME, full, List.of())))
                .hasSizeLessThan(ROOM);
    }

    @Test
    void a_mark_takes_less_than_the_outcome_whose_place_it_takes() {
        Withdrawn mark = new Withdrawn(
                LargestOutcomes.assessment(0).outcomeId(),
                Integer.MAX_VALUE,
                Withdrawn.Reason.RETRACTED,
                LONGEST_POSITION);

        for (TreatmentOutcome outcome : LargestOutcomes.ofEachTreatment(0)) {
            assertThat(treatment(List.of(), List.of(mark)))
                    .hasSizeLessThan(treatment(List.of(reported(outcome)), List.of()).length);
        }
    }

    private static byte[] treatment(List<Reported<TreatmentOutcome>> outcomes, List<Withdrawn> withdrawn) {
        return DocumentJson.write(new TreatmentDocument(
                LargestOutcomes.HOSPITAL,
                LargestOutcomes.TREATMENT,
                Long.MAX_VALUE,
                LONGEST_TIME,
                outcomes,
                withdrawn));
    }

    private static <O extends Outcome> Reported<O> reported(O outcome) {
        return new Reported<>(outcome, LONGEST_POSITION, LONGEST_TIME, LONGEST_TIME, LargestOutcomes.CLIENT);
    }
}
