package org.hfsregistry.registry.history;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;

/**
 * What an entry of the history tells of whom it is about, and nothing else of it.
 *
 * @param outcomeId absent where it could not be read
 * @param patients as they came: one of an outcome, two of a merge; none where it is of no patient, or of one that was erased
 * @param filedIn the treatment that it was filed in, or would have been had no retraction come before
 * @param retracts the outcome that it names; there where it is a retraction
 */
public record Trace(
        Position position,
        Optional<String> outcomeId,
        List<PatientPseudonym> patients,
        Optional<String> filedIn,
        Optional<String> retracts) {}
