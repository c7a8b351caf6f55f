package org.hfsregistry.analytics.frozen;

import java.util.List;
import java.util.Optional;

/** What was frozen, kept for good: nothing is changed or taken away. Every method throws {@link StoreAway} in an outage. */
public interface Snapshots {

    /** Keeps an answer under its checksum; one that is there stays. */
    void keep(Checksum checksum, byte[] answer);

    /** Makes a snapshot known, whose answers are kept. */
    void add(Snapshot snapshot);

    /** All, the newest first. */
    List<Snapshot> all();

    /** The one of that id. */
    Optional<Snapshot> find(String id);

    /** The answer of that checksum, which its bytes have. */
    byte[] answer(Checksum checksum);
}
