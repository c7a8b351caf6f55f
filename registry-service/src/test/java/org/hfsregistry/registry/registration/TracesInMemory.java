package org.hfsregistry.registry.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.Trace;
import org.hfsregistry.registry.history.Traces;

/** What a history in a map tells of patients. */
record TracesInMemory(
        Map<Position, Decision> history,
        BiConsumer<Collection<Position>, Consumer<Position>> eachInAnyOrder,
        Runnable whenAllAreAskedFor)
        implements Traces {

    @Override
    public Stream<Trace> of(String hospitalId) {
        whenAllAreAskedFor.run();
        return all(hospitalId);
    }

    private Stream<Trace> all(String hospitalId) {
        return at(history.values().stream()
                        .map(Decision::arrival)
                        .filter(arrival -> arrival.hospitalId().equals(Optional.of(hospitalId)))
                        .map(Arrival::position)
                        .toList())
                .stream();
    }

    @Override
    public Stream<Trace> of(String hospitalId, Set<PatientPseudonym> patients) {
        return all(hospitalId)
                .filter(trace -> trace.retracts().isPresent()
                        || trace.patients().stream().anyMatch(patients::contains));
    }

    @Override
    public List<Trace> at(List<Position> entries) {
        List<Trace> found = new ArrayList<>();
        eachInAnyOrder.accept(entries, position -> {
            Decision decision = history.get(position);
            if (decision != null) {
                found.add(trace(decision));
            }
        });
        return found;
    }

    @Override
    public void redact(List<Position> entries, Position erasedBy) {
        eachInAnyOrder.accept(
                entries,
                position -> history.computeIfPresent(
                        position,
                        (_, stored) -> new Decision(
                                Arrival.Redacted.of(stored.arrival()),
                                stored.verdict().redacted(),
                                stored.decidedAt())));
    }

    private static Trace trace(Decision decision) {
        Optional<Outcome> outcome = decision.arrival() instanceof Arrival.OfOutcome readable
                ? Optional.of(readable.outcome())
                : Optional.empty();
        Optional<TreatmentOutcome> ofPatient = outcome.flatMap(
                said -> said instanceof TreatmentOutcome treatment ? Optional.of(treatment) : Optional.empty());
        boolean filed =
                decision.verdict() instanceof Verdict.Registered || decision.verdict() instanceof Verdict.Retracted;
        List<PatientPseudonym> patients = decision.arrival() instanceof Arrival.OfMerge merge
                ? List.of(merge.staying(), merge.merged())
                : ofPatient.map(TreatmentOutcome::patientId).stream().toList();
        return new Trace(
                decision.arrival().position(),
                decision.arrival().outcomeId(),
                patients,
                ofPatient.map(TreatmentOutcome::treatmentId).filter(_ -> filed),
                outcome.flatMap(said ->
                        said instanceof Retraction retraction ? Optional.of(retraction.retracts()) : Optional.empty()));
    }
}
