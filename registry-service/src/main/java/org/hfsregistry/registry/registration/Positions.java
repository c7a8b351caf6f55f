package org.hfsregistry.registry.registration;

import java.util.List;
import org.hfsregistry.registry.receipt.Published;

/** How far each partition of the log was followed. It lies with the data, since it must be lost or kept with them. */
public interface Positions {

    /** How many partitions the log had when it was first followed; that is now, where nobody has asked before. */
    int firstPartitions(int now);

    /** Takes a partition over from whoever had it. */
    Claim claim(int partition);

    /** Lets no claim hold any more, so that everybody who follows a partition has to claim it anew. */
    void breakClaims();

    /**
     * Notes the offset to go on from.
     *
     * @param published up to where what came of the partition is published; what was noted of other partitions of the
     *     documents' topics, or further on, stays
     * @return whether the claim still holds; if not, nothing was noted
     */
    boolean note(Claim claim, long next, List<Published> published);

    /**
     * Notes that the log begins later than where the claim goes on from: what lay between was dropped before it was registered. It is
     * kept for ever, and the offset to go on from is where the log begins. Where the claim does not hold nothing is noted.
     */
    void noteLost(Claim claim, long beginning);
}
