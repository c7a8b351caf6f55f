package org.hfsregistry.analytics.population;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.analytics.population.Straightforward.Followed;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.registered.TreatmentDocument;

/**
 * The definitions of what follows on injections, over documents, word by word and without anything kept from before.
 *
 * @param treatments of one hospital, each as it is now
 */
public record StraightforwardSequences(List<TreatmentDocument> treatments) {

    /** Days between sessions of each patient and side. */
    public List<Followed> intervals() {
        List<Followed> intervals = new ArrayList<>();
        sessionDays().forEach(days -> {
            List<LocalDate> inOrder = List.copyOf(days);
            for (int i = 1; i < inOrder.size(); i++) {
                intervals.add(new Followed(DAYS.between(inOrder.get(i - 1), inOrder.get(i)), 1));
            }
        });
        return intervals;
    }

    private List<SortedSet<LocalDate>> sessionDays() {
        return bySide(TreatmentKind.BOTOX).values().stream()
                .map(sessions -> sessions.stream()
                        .map(StraightforwardSequences::day)
                        .collect(Collectors.<LocalDate, SortedSet<LocalDate>>toCollection(TreeSet::new)))
                .toList();
    }

    private Map<List<Object>, List<TreatmentDocument>> bySide(TreatmentKind kind) {
        return treatments.stream()
                .filter(treatment -> treatment.kind().equals(Optional.of(kind)))
                .collect(Collectors.groupingBy(treatment -> List.of(
                        treatment.patientId().orElseThrow(), treatment.side().orElseThrow())));
    }

    /** From each patient's first session on a side to an operation there, to death, or to the last that is known. */
    public List<Followed> ways(LocalDate dataDate) {
        List<Followed> ways = new ArrayList<>();
        bySide(TreatmentKind.BOTOX).forEach((patientAndSide, sessions) -> {
            LocalDate first = sessions.stream()
                    .map(StraightforwardSequences::day)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            List<TreatmentDocument> ofPatient = treatments.stream()
                    .filter(treatment -> treatment.patientId().equals(Optional.of(patientAndSide.getFirst())))
                    .toList();
            Optional<LocalDate> operated = bySide(TreatmentKind.MVD).getOrDefault(patientAndSide, List.of()).stream()
                    .map(StraightforwardSequences::day)
                    .filter(first::isBefore)
                    .min(Comparator.naturalOrder());
            Optional<LocalDate> died = ends(ofPatient, end -> end.reason() == FollowUpEnded.Reason.DEATH)
                    .min(Comparator.naturalOrder());
            if (operated.isPresent() && died.filter(operated.get()::isAfter).isEmpty()) {
                ways.add(new Followed(DAYS.between(first, operated.get()), 1));
            } else if (died.isPresent()) {
                ways.add(new Followed(Math.max(0, DAYS.between(first, died.get())), 2));
            } else {
                LocalDate last = ends(ofPatient, end -> true)
                        .max(Comparator.naturalOrder())
                        .filter(end -> ofPatient.stream()
                                .noneMatch(treatment -> treatment.treatedOn().isPresent()
                                        && day(treatment).isAfter(end)))
                        .orElse(dataDate);
                ways.add(new Followed(Math.max(0, DAYS.between(first, last)), 0));
            }
        });
        return ways;
    }

    /** By document: where it tells of a death the first one, else the last end. */
    private static Stream<LocalDate> ends(List<TreatmentDocument> documents, Predicate<FollowUpEnded> wanted) {
        return documents.stream()
                .flatMap(document -> document.outcomes().stream())
                .filter(reported -> reported.outcome() instanceof FollowUpEnded end && wanted.test(end))
                .map(reported -> ((FollowUpEnded) reported.outcome()).endedOn());
    }

    private static LocalDate day(TreatmentDocument treatment) {
        return treatment.treatedOn().orElseThrow();
    }
}
