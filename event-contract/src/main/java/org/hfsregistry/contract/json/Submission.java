package org.hfsregistry.contract.json;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a reader has to know beside the text: who submits it, and when.
 *
 * @param hospitalId the caller's; the default where the text has none, and no other is let through
 * @param patientIds what to make of a patient id
 * @param today the last day that a date may name
 */
public record Submission(Optional<String> hospitalId, PatientIds patientIds, LocalDate today) {

    /** For reading what the registry itself wrote: pseudonyms, any hospital, and dates that were checked before. */
    public static final Submission REGISTRY = new Submission(Optional.empty(), PatientIds.PSEUDONYMS, LocalDate.MAX);
}
