package org.hfsregistry.analytics.treatment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;

/**
 * Which complications an operation had. It exists so that several reports give one answer: an operation had what any report
 * names, and it is permanent where the last report that names it says so; last is the latest assessment, then the one
 * submitted last, then the larger outcomeId.
 *
 * @param any a bit for each {@code Complication.Kind}, in whatever course
 * @param permanent a bit for each that is permanent
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public record Complications(short any, short permanent) {

    static Complications of(List<Reported<TreatmentOutcome>> outcomes) {
        int any = 0;
        int permanent = 0;
        for (MvdOutcome assessment : assessments(outcomes)) {
            int named = bits(assessment, List.of(Complication.Course.values()));
            any |= named;
            permanent = (permanent & ~named) | bits(assessment, List.of(Complication.Course.PERMANENT));
        }
        return new Complications((short) any, (short) permanent);
    }

    /** From the earliest on; of a day, from the one submitted first on. */
    static List<MvdOutcome> assessments(List<Reported<TreatmentOutcome>> outcomes) {
        return outcomes.stream()
                .sorted(Comparator.<Reported<TreatmentOutcome>, Instant>comparing(Reported::submittedAt)
                        .thenComparing(reported -> reported.outcome().outcomeId()))
                .map(Reported::outcome)
                .filter(MvdOutcome.class::isInstance)
                .map(MvdOutcome.class::cast)
                .sorted(Comparator.comparing(MvdOutcome::assessedOn))
                .toList();
    }

    private static int bits(MvdOutcome assessment, List<Complication.Course> courses) {
        return assessment.complications().stream()
                .filter(complication -> courses.contains(complication.course()))
                .mapToInt(complication -> 1 << complication.kind().ordinal())
                .reduce(0, (one, other) -> one | other);
    }
}
