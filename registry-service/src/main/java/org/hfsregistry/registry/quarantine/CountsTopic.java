package org.hfsregistry.registry.quarantine;

import java.util.List;
import org.hfsregistry.contract.registered.QuarantineCounts;

/** Where others learn how much is in quarantine. */
public interface CountsTopic {

    /** Publishes counts, and returns when they are safe; throws where that is not known. */
    void publish(List<QuarantineCounts> counts);
}
