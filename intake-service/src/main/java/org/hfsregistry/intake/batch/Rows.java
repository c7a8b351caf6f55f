package org.hfsregistry.intake.batch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;

/** The rows of a batch, while it is being uploaded. */
public interface Rows {

    /**
     * Waits for the next row; empty after the last.
     *
     * @throws IOException if the client is gone
     */
    Optional<Row> next() throws IOException;

    /** What is odd about the batch as a whole, and is told once. */
    default List<Fault> warnings() {
        return List.of();
    }
}
