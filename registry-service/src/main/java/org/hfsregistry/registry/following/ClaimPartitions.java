package org.hfsregistry.registry.following;

import java.util.Set;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.springframework.stereotype.Service;

/**
 * Claims partitions for a registry that knows every key that the record was ever turned to. One that does not would take a
 * patient of the record and the same patient's next outcome for two.
 */
@Service
public final class ClaimPartitions {

    private final Positions positions;
    private final Turnings turnings;
    private final PseudonymKeys keys;
    private final WaitingForKeys waiting;

    /** With these keys. */
    public ClaimPartitions(Positions positions, Turnings turnings, PseudonymKeys keys, WaitingForKeys waiting) {
        this.positions = positions;
        this.turnings = turnings;
        this.keys = keys;
        this.waiting = waiting;
    }

    /**
     * Takes a partition over from whoever had it. Whoever turns the record says so before it breaks claims; so either that is
     * seen here, or this claim is broken.
     *
     * @throws org.hfsregistry.registry.arrival.MissingKey where a key is not known
     */
    public Claim claim(int partition) {
        Claim claim = positions.claim(partition);
        return waiting.noted(Set.of(WaitingForKeys.partition(partition)), () -> {
            turnings.begun().forEach(keys::requireKnown);
            return claim;
        });
    }
}
