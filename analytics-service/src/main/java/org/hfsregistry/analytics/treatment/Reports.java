package org.hfsregistry.analytics.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;

/**
 * How a treatment was reported. It exists because how good data are is told by how late they came and how many were taken
 * back, also where nothing of the treatment counts any more.
 *
 * @param counting how many outcomes count
 * @param retracted how many were retracted; what was moved to another treatment counts there
 * @param daysToSubmission from the day of the treatment to the UTC day of the earliest submission of what counts; 0 where
 *     nothing does. A correction stands in for what it corrects, also in when it was submitted.
 */
public record Reports(int counting, int retracted, int daysToSubmission) {

    /** Of a treatment that the registry has erased. */
    public static final Reports NONE = new Reports(0, 0, 0);

    /** How it was reported. */
    public static Reports of(TreatmentDocument document) {
        long retracted = document.withdrawn().stream()
                .filter(mark -> mark.reason() == Withdrawn.Reason.RETRACTED)
                .count();
        return new Reports(
                document.outcomes().size(),
                Math.toIntExact(retracted),
                document.treatedOn().map(day -> days(day, document.outcomes())).orElse(0));
    }

    /** A clock that is not UTC may have had the treatment's day a few hours earlier. */
    private static int days(LocalDate treatedOn, List<Reported<TreatmentOutcome>> outcomes) {
        Instant first = outcomes.stream()
                .map(Reported::submittedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate submittedOn = LocalDate.ofInstant(first, ZoneOffset.UTC);
        return Math.toIntExact(Math.max(0, submittedOn.toEpochDay() - treatedOn.toEpochDay()));
    }
}
