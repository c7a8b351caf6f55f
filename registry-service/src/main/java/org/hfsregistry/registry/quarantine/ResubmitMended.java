package org.hfsregistry.registry.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Submits again what is in quarantine, by the text of what is to be submitted in its stead. It exists so that a page and the interface for
 * machines take the same texts, and refuse the same ones in the same words.
 */
public interface ResubmitMended {

    /**
     * Submits one again.
     *
     * @param mended the outcome as JSON, with a pseudonym for the patient; absent where it is submitted as it is
     * @return whether it is in the log; not so where something is registered in its stead already
     * @throws org.hfsregistry.registry.access.RefusedRequest where it can't be submitted, with everything that is wrong with it
     */
    boolean of(ListQuarantine.Listed listed, Optional<InputStream> mended, String hospitalId, String clientId)
            throws IOException;
}
