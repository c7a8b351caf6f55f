package org.hfsregistry.intake.batch;

import java.io.IOException;
import java.io.InputStream;

/** A way in which hospitals write many outcomes one after the other. */
public interface BatchFormat {

    /** Its media type, without parameters. */
    String mediaType();

    /**
     * Reads the beginning, and the rest as rows are asked for. Refuses what as a whole is not of this format.
     *
     * @throws IOException if the client is gone
     */
    Rows rows(InputStream body) throws IOException;
}
