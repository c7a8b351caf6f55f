package org.hfsregistry.intake.bundle;

import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;

/** What became of one outcome of a bundle. */
public sealed interface BundledResult {

    /** It is kept; with what is odd about it. */
    record Accepted(Outcome outcome, List<Fault> warnings) implements BundledResult {}

    /** It has no fault, and was to be checked only. */
    record Checked(Outcome outcome, List<Fault> warnings) implements BundledResult {}

    /** It has faults. */
    record Refused(List<Fault> faults) implements BundledResult {}

    /** It has no fault, and was not kept because something else in its bundle has one. */
    record HeldBack(List<Fault> warnings) implements BundledResult {}

    /** It has no fault, and nobody has said that it is kept. */
    record NotKept() implements BundledResult {}
}
