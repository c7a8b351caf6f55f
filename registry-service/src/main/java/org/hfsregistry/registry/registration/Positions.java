package org.hfsregistry.registry.registration;

/** How far each partition of the log was followed. It lies with the data, since it must be lost or kept with them. */
public interface Positions {

    /** Takes a partition over from whoever had it. */
    Claim claim(int partition);

    /**
     * Notes the offset to go on from.
     *
     * @return whether the claim still holds; if not, nothing was noted
     */
    boolean note(Claim claim, long next);
}
