package org.hfsregistry.registry.treatment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Verdict;

/**
 * What becomes of treatments when ids of patients are found to be one person's, or two persons' after all. It concerns only what
 * came before, so that it changes nothing the second time, also where more came since.
 *
 * @param at where the merge, or its undoing, stands in the log
 * @param treatments that come under another id
 * @param rename from which id to which; absent where both patients are not known any more, since one of them was erased
 * @param leftOut what counts no longer
 */
public record Regrouping(
        Position at,
        Instant decidedAt,
        List<Place.OfTreatment> treatments,
        Optional<Rename> rename,
        List<Verdict.LeftOut> leftOut) {

    /** From the one id to the other. */
    public record Rename(PatientPseudonym from, PatientPseudonym to) {}

    /** The treatments that it is about. */
    public Set<Place.OfTreatment> places() {
        Set<Place.OfTreatment> places = new HashSet<>(treatments);
        leftOut.forEach(left -> places.add(left.place()));
        return places;
    }

    /** A treatment after it: the next version, or the same where it has nothing to change. */
    public Treatment of(Treatment treatment) {
        if (treatment.isErased()) {
            return treatment;
        }
        List<Withdrawn> marks = leftOut.stream()
                .filter(left -> left.place().equals(treatment.place()))
                .map(left -> new Withdrawn(left.outcomeId(), left.revision(), Withdrawn.Reason.MOVED, at))
                .filter(mark -> isNew(mark, treatment))
                .toList();
        boolean comesUnderAnother = treatments.contains(treatment.place());
        List<Reported<TreatmentOutcome>> counting = treatment.counting().stream()
                .filter(reported -> marks.stream()
                        .noneMatch(mark ->
                                mark.outcomeId().equals(reported.outcome().outcomeId())))
                .map(reported -> comesUnderAnother ? renamed(reported) : reported)
                .toList();
        boolean unknown = comesUnderAnother && rename.isEmpty();
        return !unknown && marks.isEmpty() && counting.equals(treatment.counting())
                ? treatment
                : treatment.next(decidedAt, counting, withdrawn(treatment, marks));
    }

    private static List<Withdrawn> withdrawn(Treatment treatment, List<Withdrawn> marks) {
        List<Withdrawn> all = new ArrayList<>(marks);
        treatment.withdrawn().stream()
                .filter(stored ->
                        marks.stream().noneMatch(mark -> mark.outcomeId().equals(stored.outcomeId())))
                .forEach(all::add);
        all.sort(Comparator.comparing(Withdrawn::outcomeId));
        return all;
    }

    /** Whether nothing became of the outcome there since. */
    private static boolean isNew(Withdrawn mark, Treatment treatment) {
        return Stream.concat(
                        treatment.counting().stream()
                                .filter(reported ->
                                        reported.outcome().outcomeId().equals(mark.outcomeId()))
                                .map(Reported::position),
                        treatment.withdrawn().stream()
                                .filter(stored -> stored.outcomeId().equals(mark.outcomeId()))
                                .map(Withdrawn::position))
                .allMatch(seen -> seen.offset() < mark.position().offset());
    }

    private Reported<TreatmentOutcome> renamed(Reported<TreatmentOutcome> reported) {
        return rename.filter(ids -> reported.position().offset() < at.offset()
                        && reported.outcome().patientId().equals(ids.from()))
                .map(ids -> new Reported<>(
                        reported.outcome().withPatient(ids.to()),
                        reported.position(),
                        reported.submittedAt(),
                        reported.registeredAt(),
                        reported.submittedBy()))
                .orElse(reported);
    }
}
