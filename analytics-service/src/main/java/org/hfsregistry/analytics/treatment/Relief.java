package org.hfsregistry.analytics.treatment;

/** How far the relief of an injection session is known; later ones tell more. */
public enum Relief {
    /** It did not help. */
    NONE,
    /** It still lasted when it was last seen. */
    LASTING,
    /** It has ended. */
    ENDED
}
