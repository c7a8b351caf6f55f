package org.hfsregistry.analytics.treatment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;

/**
 * A treatment as the columns keep it: a pure function of its document, whatever order its outcomes came in. Patient,
 * side, kind and day of the treatment are the document's; outcomes of another kind say nothing here.
 *
 * @param course what was seen after it, where it is an operation
 * @param findings what was found in it, where it is an operation
 * @param session what it came to, where it is an injection
 * @param complications of an operation
 * @param medication what it came to, where it is a course of a medication
 * @param scores of quality of life, where they were taken before and after
 */
public record TreatmentRow(
        PatientPseudonym patient,
        LocalDate treatedOn,
        Optional<TreatmentKind> kind,
        Optional<Side> side,
        Person person,
        Optional<FollowUpEnd> followUpEnd,
        Optional<Course> course,
        Optional<Findings> findings,
        Optional<Session> session,
        Optional<Complications> complications,
        Optional<Medication> medication,
        Optional<Scores> scores) {

    /** The row; empty where no outcome counts any more. */
    public static Optional<TreatmentRow> of(TreatmentDocument document) {
        return document.patientId().flatMap(patient -> document.treatedOn().map(day -> of(document, patient, day)));
    }

    private static TreatmentRow of(TreatmentDocument document, PatientPseudonym patient, LocalDate treatedOn) {
        List<Reported<TreatmentOutcome>> outcomes = document.outcomes();
        Optional<TreatmentKind> kind = document.kind();
        return new TreatmentRow(
                patient,
                treatedOn,
                kind,
                document.side(),
                Person.of(outcomes),
                FollowUpEnd.of(outcomes),
                kind.filter(TreatmentKind.MVD::equals).map(mvd -> Course.of(outcomes, treatedOn)),
                kind.filter(TreatmentKind.MVD::equals).map(mvd -> Findings.of(outcomes)),
                kind.filter(TreatmentKind.BOTOX::equals).flatMap(botox -> Session.of(outcomes, treatedOn)),
                kind.filter(TreatmentKind.MVD::equals).map(mvd -> Complications.of(outcomes)),
                kind.filter(TreatmentKind.MEDICATION::equals).flatMap(course -> Medication.of(outcomes)),
                kind.flatMap(known -> scores(known, outcomes, treatedOn)));
    }

    private static Optional<Scores> scores(
            TreatmentKind kind, List<Reported<TreatmentOutcome>> outcomes, LocalDate treatedOn) {
        return switch (kind) {
            case MVD -> Scores.ofOperation(outcomes, treatedOn);
            case BOTOX -> Scores.ofSession(outcomes, treatedOn);
            case MEDICATION -> Optional.empty();
        };
    }

    /** When the hospital stopped hearing of it: by death, on the earliest day that is given for it, else the latest end. */
    public record FollowUpEnd(LocalDate on, boolean died) {

        private static Optional<FollowUpEnd> of(List<Reported<TreatmentOutcome>> outcomes) {
            List<FollowUpEnded> ends = outcomes.stream()
                    .filter(reported -> reported.outcome() instanceof FollowUpEnded)
                    .map(reported -> (FollowUpEnded) reported.outcome())
                    .toList();
            return ends.stream()
                    .filter(end -> end.reason() == FollowUpEnded.Reason.DEATH)
                    .map(FollowUpEnded::endedOn)
                    .min(Comparator.naturalOrder())
                    .map(day -> new FollowUpEnd(day, true))
                    .or(() -> ends.stream()
                            .map(FollowUpEnded::endedOn)
                            .max(Comparator.naturalOrder())
                            .map(day -> new FollowUpEnd(day, false)));
        }
    }
}
