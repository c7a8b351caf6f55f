package org.hfsregistry.intake.batch;

import java.io.IOException;
import org.hfsregistry.intake.submission.BrokerUnavailable;

/** Takes what becomes of the rows of a batch, in their order, from one thread, while further rows are still coming. */
public interface BatchReport {

    /**
     * Takes one.
     *
     * @throws IOException if the client is gone
     * @throws BrokerUnavailable to give up the batch, since nothing of it was kept or told yet
     */
    void add(RowResult result) throws IOException;

    /** Lets the client see what was added; called before each wait. */
    void flush() throws IOException;
}
