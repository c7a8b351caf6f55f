package org.hfsregistry.registry.erasure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.history.Trace;
import org.hfsregistry.registry.history.Traces;
import org.hfsregistry.registry.merging.FindPersons;
import org.hfsregistry.registry.merging.Merges;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/**
 * Erases a patient. What is to go is decided once, and is in the history before anything goes; each step then goes by that, and
 * changes nothing the second time. So it may stop anywhere and be done again by another process. All that came before it in the
 * hospital's order has to be in the record.
 */
@Service
public final class CarryOutErasure {

    private final History history;
    private final Traces traces;
    private final Quarantine quarantine;
    private final Treatments treatments;
    private final OutcomeIndex index;
    private final Erasures erasures;
    private final Merges merges;
    private final FindPersons findPersons;
    private final PseudonymKeys keys;

    /** From these. */
    public CarryOutErasure(
            History history,
            Traces traces,
            Quarantine quarantine,
            Treatments treatments,
            OutcomeIndex index,
            Erasures erasures,
            Merges merges,
            FindPersons findPersons,
            PseudonymKeys keys) {
        this.history = history;
        this.traces = traces;
        this.quarantine = quarantine;
        this.treatments = treatments;
        this.index = index;
        this.erasures = erasures;
        this.merges = merges;
        this.findPersons = findPersons;
        this.keys = keys;
    }

    /**
     * Decides what has to go, where nobody has, and lets it go.
     *
     * @param came as it stands in the log
     * @param erasure the same under the newest key
     */
    public Done of(Arrival came, Arrival.OfErasure erasure, Instant now) {
        Optional<Decision> before = decided(erasure);
        boolean decidedNow = before.isEmpty();
        Decision decision =
                before.orElseGet(() -> new Decision(erasure, decide(erasure, idsOf(newest(came), erasure)), now));
        if (decidedNow && !history.add(List.of(decision))) {
            decidedNow = false;
            decision = decided(erasure).orElseThrow();
        }
        List<Treatment> erased = decision.verdict() instanceof Verdict.Erased verdict
                ? carryOut(erasure(decision), verdict, decision.decidedAt())
                : refused(decision);
        return new Done(decidedNow ? Optional.of(decision) : Optional.empty(), erased);
    }

    private Optional<Decision> decided(Arrival.OfErasure erasure) {
        return Optional.ofNullable(history.of(List.of(erasure)).get(erasure.position()));
    }

    private Verdict decide(Arrival.OfErasure erasure, Set<PatientPseudonym> ids) {
        Set<PatientMark> marks = ids.stream().map(PatientMark::of).collect(Collectors.toSet());
        Set<Position> entries = new HashSet<>();
        Set<String> outcomeIds = new HashSet<>();
        Set<String> treatmentIds = new HashSet<>();
        Map<String, List<Trace>> retractions = new HashMap<>();
        try (Stream<Trace> told = told(erasure.erasedIn(), ids)) {
            told.forEach(trace -> {
                trace.retracts()
                        .ifPresent(id -> retractions
                                .computeIfAbsent(id, _ -> new ArrayList<>())
                                .add(trace));
                if (trace.patients().stream().anyMatch(patient -> isOneOf(marks, patient))) {
                    entries.add(trace.position());
                    trace.outcomeId().ifPresent(outcomeIds::add);
                    trace.filedIn().ifPresent(treatmentIds::add);
                }
            });
        }
        entries.addAll(naming(outcomeIds, retractions));
        return new Verdict.Erased(
                treatmentsOf(marks, erasure.erasedIn(), treatmentIds),
                entries.stream()
                        .sorted(Comparator.comparingInt(Position::partition).thenComparingLong(Position::offset))
                        .toList(),
                marks.stream()
                        .filter(each -> !each.equals(mark(erasure)))
                        .sorted(Comparator.comparing(PatientMark::value))
                        .toList());
    }

    /** What retracts one of these, and what retracts that in turn, whatever was decided of it: each has a reason in words. */
    private static Set<Position> naming(Set<String> outcomeIds, Map<String, List<Trace>> retractions) {
        Set<Position> naming = new HashSet<>();
        Deque<String> named = new ArrayDeque<>(outcomeIds);
        while (!named.isEmpty()) {
            retractions.getOrDefault(named.remove(), List.of()).stream()
                    .filter(retraction -> naming.add(retraction.position()))
                    .flatMap(retraction -> retraction.outcomeId().stream())
                    .forEach(named::add);
        }
        return naming;
    }

    /** Where a key came after the first, the history has older pseudonyms, and nobody can make those of the newest. */
    private Stream<Trace> told(String hospitalId, Set<PatientPseudonym> ids) {
        return keys.turns() ? traces.of(hospitalId) : traces.of(hospitalId, ids);
    }

    /** All ids that are one person's since they were merged. */
    private Set<PatientPseudonym> idsOf(PatientPseudonym patient, Arrival.OfErasure erasure) {
        Set<PatientPseudonym> ids =
                new HashSet<>(findPersons.of(Set.of(erasure.erasedIn())).idsOf(erasure.erasedIn(), patient::equals));
        ids.add(patient);
        return ids;
    }

    private PatientPseudonym newest(Arrival came) {
        if (came instanceof Arrival.OfErasure erasure
                && erasure.patient() instanceof ErasedPatient.Named(PatientPseudonym pseudonym)) {
            return keys.newest(pseudonym);
        }
        throw new IllegalStateException("an erasure has to come as it stands in the log");
    }

    private boolean isOneOf(Set<PatientMark> marks, PatientPseudonym patient) {
        return keys.marks(patient).stream().anyMatch(marks::contains);
    }

    private List<Place.OfTreatment> treatmentsOf(Set<PatientMark> marks, String hospitalId, Set<String> treatmentIds) {
        Set<String> ids = treatmentIds.stream()
                .map(treatmentId -> new Place.OfTreatment(hospitalId, treatmentId).id())
                .collect(Collectors.toSet());
        return treatments.find(ids).stream()
                .filter(treatment -> !treatment.isErased())
                .filter(treatment -> treatment.counting().stream()
                        .allMatch(reported -> isOneOf(marks, reported.outcome().patientId())))
                .map(treatment ->
                        new Place.OfTreatment(hospitalId, treatment.document().treatmentId()))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** A registry of an earlier version does not know erasures, and may have met this one: what it decided stays. */
    private List<Treatment> refused(Decision decision) {
        if (decision.verdict() instanceof Verdict.Quarantined(Refusal refusal)) {
            quarantine.add(List.of(new Quarantined(decision.arrival(), refusal, decision.decidedAt())));
        }
        return List.of();
    }

    private static Arrival.OfErasure erasure(Decision decision) {
        if (decision.arrival() instanceof Arrival.OfErasure erasure) {
            return erasure;
        }
        throw new IllegalStateException(
                "no erasure was decided at " + decision.arrival().position());
    }

    /** That it was carried out is told when nothing of the patient is left. */
    private List<Treatment> carryOut(Arrival.OfErasure erasure, Verdict.Erased verdict, Instant decidedAt) {
        Set<PatientMark> marks = new HashSet<>(verdict.sameAs());
        marks.add(mark(erasure));
        erasures.mark(erasure.erasedIn(), marks, marked(erasure).key(), decidedAt);
        List<Treatment> erased = erase(verdict.treatments(), decidedAt);
        Set<Position> entries = new HashSet<>(verdict.entries());
        Set<String> outcomeIds = traces.at(verdict.entries()).stream()
                .flatMap(trace -> trace.outcomeId().stream())
                .collect(Collectors.toSet());
        index.put(entries(erasure.erasedIn(), outcomeIds).stream()
                .filter(entry -> entry.decisive().filter(entries::contains).isPresent())
                .map(entry -> entry.erased(erasure.position(), decidedAt, entries))
                .toList());
        quarantine.redact(verdict.entries());
        merges.redact(verdict.entries());
        traces.redact(verdict.entries(), erasure.position());
        erasures.add(new Erasure(
                erasure.erasedIn(),
                mark(erasure),
                erasure.position(),
                decidedAt,
                erasure.basis(),
                erasure.submittedBy(),
                verdict.treatments().size(),
                verdict.entries().size()));
        return erased;
    }

    /** A process of yesterday may write one of them meanwhile, but not once it is erased. */
    private List<Treatment> erase(List<Place.OfTreatment> places, Instant at) {
        Set<String> ids = places.stream().map(Place.OfTreatment::id).collect(Collectors.toSet());
        List<Treatment> erased;
        List<Revised<Treatment>> changed;
        do {
            List<Treatment> stored = treatments.find(ids);
            erased = stored.stream().map(treatment -> treatment.erased(at)).toList();
            changed = stored.stream()
                    .filter(treatment -> !treatment.isErased())
                    .map(treatment -> new Revised<>(treatment.version(), treatment.erased(at)))
                    .toList();
        } while (!treatments.put(changed));
        return erased;
    }

    private List<OutcomeEntry> entries(String hospitalId, Set<String> outcomeIds) {
        return index.find(outcomeIds.stream()
                .map(outcomeId -> OutcomeEntry.id(hospitalId, outcomeId))
                .collect(Collectors.toSet()));
    }

    private static PatientMark mark(Arrival.OfErasure erasure) {
        return marked(erasure).mark();
    }

    private static ErasedPatient.Marked marked(Arrival.OfErasure erasure) {
        return switch (erasure.patient()) {
            case ErasedPatient.Marked marked -> marked;
            case ErasedPatient.Named _ ->
                throw new IllegalStateException("an erasure has to come under the newest key");
        };
    }

    /**
     * What was done.
     *
     * @param decided what was decided now; absent where it was decided before
     * @param erased the treatments of which nothing is left
     */
    public record Done(Optional<Decision> decided, List<Treatment> erased) {}
}
