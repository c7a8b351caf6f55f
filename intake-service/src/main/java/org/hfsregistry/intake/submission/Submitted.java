package org.hfsregistry.intake.submission;

import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;

/** What submitting one outcome came to. */
public sealed interface Submitted {

    /** It is kept, or could be where it was only checked; with what is odd about it. */
    record Accepted(Outcome outcome, List<Fault> warnings) implements Submitted {}

    /** It has faults, and nothing was kept. */
    record Refused(List<Fault> faults) implements Submitted {}
}
