package org.hfsregistry.intake.batch;

import java.io.IOException;
import org.hfsregistry.contract.clinical.Fault;

/** The body of a batch can't be read on from here, though the client is there. */
public final class BrokenOff extends IOException {

    private final transient Fault why;

    /** For this reason, fit for the client. */
    public BrokenOff(Fault why) {
        super(why.message());
        this.why = why;
    }

    /** The reason, to be told as a row of its own. */
    public Fault why() {
        return why;
    }
}
