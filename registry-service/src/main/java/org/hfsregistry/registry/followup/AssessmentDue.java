package org.hfsregistry.registry.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;

/**
 * An operation whose assessment a year after is wanted: who reads a hospital's completeness must be able to see of which
 * operations it speaks, and who mends it, when.
 *
 * @param opensOn the first day on which an assessment counts
 * @param closesOn the last one
 * @param followUpEnded why nobody will come for one; such an operation is on the list only when it is missed
 */
public record AssessmentDue(
        String treatmentId,
        LocalDate treatedOn,
        LocalDate opensOn,
        LocalDate closesOn,
        DueState state,
        Optional<FollowUpEnded.Reason> followUpEnded) {

    /** Of a treatment on a day; absent where none is wanted: not yet, not any more, or because there is one. */
    static Optional<AssessmentDue> of(TreatmentDocument treatment, LocalDate today) {
        if (!treatment.kind().equals(Optional.of(TreatmentKind.MVD))) {
            return Optional.empty();
        }
        LocalDate treatedOn = treatment.treatedOn().orElseThrow();
        LocalDate opensOn = treatedOn.plusDays(DueState.OPENS_AFTER_DAYS);
        LocalDate closesOn = treatedOn.plusDays(DueState.CLOSES_AFTER_DAYS);
        Optional<FollowUpEnded.Reason> ended = ended(treatment);
        return state(treatedOn, today)
                .filter(state -> state == DueState.MISSED || ended.isEmpty())
                .filter(_ -> !isAssessed(treatment, opensOn, closesOn))
                .map(state -> new AssessmentDue(treatment.treatmentId(), treatedOn, opensOn, closesOn, state, ended));
    }

    private static Optional<DueState> state(LocalDate treatedOn, LocalDate today) {
        return Arrays.stream(DueState.values())
                .filter(state -> !treatedOn.isAfter(state.latestTreated(today))
                        && state.earliestTreated(today)
                                .filter(treatedOn::isBefore)
                                .isEmpty())
                .findFirst();
    }

    private static Optional<FollowUpEnded.Reason> ended(TreatmentDocument treatment) {
        return treatment.outcomes().stream()
                .map(Reported::outcome)
                .filter(FollowUpEnded.class::isInstance)
                .map(outcome -> ((FollowUpEnded) outcome).reason())
                .findFirst();
    }

    private static boolean isAssessed(TreatmentDocument treatment, LocalDate opensOn, LocalDate closesOn) {
        return treatment.outcomes().stream()
                .map(Reported::outcome)
                .anyMatch(outcome -> outcome instanceof MvdOutcome assessment
                        && !assessment.assessedOn().isBefore(opensOn)
                        && !assessment.assessedOn().isAfter(closesOn));
    }
}
