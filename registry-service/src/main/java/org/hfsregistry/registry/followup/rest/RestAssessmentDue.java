package org.hfsregistry.registry.followup.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.registry.followup.AssessmentDue;
import org.jspecify.annotations.Nullable;

/** An operation that waits for its assessment, on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestAssessmentDue(
        String treatmentId,
        LocalDate treatedOn,
        LocalDate opensOn,
        LocalDate closesOn,
        String state,
        @Nullable String followUpEnded) {

    static RestAssessmentDue of(AssessmentDue due) {
        return new RestAssessmentDue(
                due.treatmentId(),
                due.treatedOn(),
                due.opensOn(),
                due.closesOn(),
                due.state().code(),
                due.followUpEnded().map(FollowUpEnded.Reason::code).orElse(null));
    }
}
