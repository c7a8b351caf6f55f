package org.hfsregistry.intake.batch;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;

/** What became of one row of a batch; {@code row} is the row's own number. */
public sealed interface RowResult {

    /** It is kept; or has no fault, in a dry run. */
    record Accepted(long row, String outcomeId, List<Fault> warnings) implements RowResult {}

    /** It has faults. */
    record Refused(long row, Optional<String> outcomeId, List<Fault> faults) implements RowResult {}

    /** It has no fault, and nobody has said that it is kept. */
    record NotKept(long row, String outcomeId) implements RowResult {}
}
