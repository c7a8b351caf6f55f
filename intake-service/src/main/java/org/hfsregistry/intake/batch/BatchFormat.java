package org.hfsregistry.intake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.hfsregistry.contract.outcome.OutcomeType;

/** A way in which hospitals write many outcomes one after the other. */
public interface BatchFormat {

    /** Its media type, without parameters. */
    String mediaType();

    /** Whether the address may say the type of all rows; otherwise each row says its own. */
    default boolean takesType() {
        return false;
    }

    /**
     * Reads the beginning, and the rest as rows are asked for. Refuses what as a whole is not of this format.
     *
     * @param type of all rows, where the address says it
     * @throws IOException if the client is gone
     */
    Rows rows(InputStream body, Optional<OutcomeType> type) throws IOException;
}
