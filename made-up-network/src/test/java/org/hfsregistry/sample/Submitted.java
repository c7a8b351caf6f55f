package org.hfsregistry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/** The rows of a hospital, read as intake reads them. */
public record Submitted(String hospitalId, List<Outcome> outcomes, int refused) {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    /** Of one hospital. */
    public static Submitted by(HospitalOutcomes hospital) {
        Map<String, PatientPseudonym> patients = new LinkedHashMap<>();
        Submission submission = new Submission(
                Optional.of(hospital.hospitalId()),
                id -> patients.computeIfAbsent(id, any -> new PatientPseudonym("k1.%022d".formatted(patients.size()))),
                TODAY);
        List<Outcome> outcomes = new ArrayList<>();
        int refused = 0;
        for (String row : hospital.rows().get()) {
            switch (OutcomeJson.read(row.getBytes(StandardCharsets.UTF_8), submission)) {
                case OutcomeReading.Accepted(Outcome outcome, var warnings) -> {
                    assertThat(warnings).isEmpty();
                    outcomes.add(outcome);
                }
                case OutcomeReading.Refused faulty -> refused++;
            }
        }
        return new Submitted(hospital.hospitalId(), outcomes, refused);
    }

    public <O extends Outcome> Stream<O> of(Class<O> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast);
    }

    public long treatments() {
        return of(TreatmentOutcome.class)
                .map(TreatmentOutcome::treatmentId)
                .distinct()
                .count();
    }

    /** The assessments that are nearest to a year in the window of the definition. */
    public List<MvdOutcome> atAYear() {
        return of(MvdOutcome.class)
                .filter(outcome -> day(outcome) >= 270 && day(outcome) <= 545)
                .collect(Collectors.toMap(
                        MvdOutcome::treatmentId,
                        outcome -> outcome,
                        (one, other) -> Math.abs(day(one) - 365) <= Math.abs(day(other) - 365) ? one : other))
                .values()
                .stream()
                .toList();
    }

    public static long day(MvdOutcome outcome) {
        return ChronoUnit.DAYS.between(outcome.treatedOn(), outcome.assessedOn());
    }
}
