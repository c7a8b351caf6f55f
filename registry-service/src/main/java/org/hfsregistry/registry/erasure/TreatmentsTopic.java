package org.hfsregistry.registry.erasure;

/** The topic of treatments, as far as it forgets. */
public interface TreatmentsTopic {

    /** Sees to it that what is in the topic now can be compacted, and returns when that is so. */
    void endSegments();
}
