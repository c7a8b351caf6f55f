package org.hfsregistry.local.proof;

/** Who is told while a proof goes on. */
public interface ProofReport {

    /** Something is wrong. */
    void found(Finding finding);

    /** It got so far. */
    void reached(Proved soFar);
}
