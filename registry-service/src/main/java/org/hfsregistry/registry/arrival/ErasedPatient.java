package org.hfsregistry.registry.arrival;

import java.util.Optional;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/** Whom an erasure is about. The log says it by a pseudonym, and nothing that the registry keeps does. */
public sealed interface ErasedPatient {

    /** As it stands in the log. */
    record Named(PatientPseudonym pseudonym) implements ErasedPatient {}

    /**
     * As the registry keeps it: by the newest pseudonym there was when the erasure was decided.
     *
     * @param key the name of that pseudonym's key; absent of what was decided before it was kept
     */
    record Marked(PatientMark mark, Optional<String> key) implements ErasedPatient {}
}
