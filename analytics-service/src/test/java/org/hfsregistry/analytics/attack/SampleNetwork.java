package org.hfsregistry.analytics.attack;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.sample.Submitted;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;

/** The sample {@code network}, as the registry holds it after all of it was submitted. */
final class SampleNetwork {
    private static final Instant SUBMITTED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Position ANYWHERE = new Position(0, 0);

    private SampleNetwork() {}

    /** So many treatments. */
    static List<TreatmentDocument> of(int treatments) {
        List<TreatmentDocument> documents = new ArrayList<>();
        SyntheticNetwork.hospitals(treatments).forEach(hospital -> documents.addAll(documents(Submitted.by(hospital))));
        return documents;
    }

    /** Of each outcome the highest revision counts, and none that was retracted. */
    private static List<TreatmentDocument> documents(Submitted hospital) {
        Set<String> retracted = new HashSet<>();
        hospital.of(Retraction.class).forEach(retraction -> retracted.add(retraction.retracts()));
        Map<String, TreatmentOutcome> newest = new LinkedHashMap<>();
        hospital.of(TreatmentOutcome.class)
                .forEach(outcome -> newest.merge(
                        outcome.outcomeId(), outcome, (one, other) -> other.revision() > one.revision() ? other : one));
        Map<String, List<TreatmentOutcome>> byTreatment = new LinkedHashMap<>();
        newest.values()
                .forEach(outcome -> byTreatment
                        .computeIfAbsent(outcome.treatmentId(), first -> new ArrayList<>())
                        .add(outcome));
        return byTreatment.entrySet().stream()
                .map(treatment -> new TreatmentDocument(
                        hospital.hospitalId(),
                        treatment.getKey(),
                        1,
                        SUBMITTED.truncatedTo(ChronoUnit.SECONDS),
                        treatment.getValue().stream()
                                .filter(outcome -> !retracted.contains(outcome.outcomeId()))
                                .sorted(Comparator.comparing(TreatmentOutcome::outcomeId))
                                .map(SampleNetwork::reported)
                                .toList(),
                        treatment.getValue().stream()
                                .filter(outcome -> retracted.contains(outcome.outcomeId()))
                                .map(outcome ->
                                        new Withdrawn(outcome.outcomeId(), 1, Withdrawn.Reason.RETRACTED, ANYWHERE))
                                .toList()))
                .toList();
    }

    private static Reported<TreatmentOutcome> reported(TreatmentOutcome outcome) {
        return new Reported<>(outcome, ANYWHERE, SUBMITTED, SUBMITTED, "sample");
    }
}
