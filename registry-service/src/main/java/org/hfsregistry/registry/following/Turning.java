package org.hfsregistry.registry.following;

import java.util.Optional;

/**
 * How far the record is turned to a pseudonym key.
 *
 * @param after the key of the last document that was gone through in this stage
 * @param documents how many were gone through in this stage
 */
public record Turning(Stage stage, Optional<String> after, long documents) {

    /** Before anything was done. */
    public static final Turning NOT_BEGUN = at(Stage.NOT_BEGUN);

    /** At the beginning of a stage. */
    public static Turning at(Stage stage) {
        return new Turning(stage, Optional.empty(), 0);
    }

    /** The same stage, further on. */
    public Turning further(String last, int more) {
        return new Turning(stage, Optional.of(last), documents + more);
    }

    /** What is to be done next. */
    public enum Stage {
        /** To say that it is begun, so that nobody claims a partition who does not know the key. */
        NOT_BEGUN,
        /** To break the claims of those who claimed before that was said. */
        CLAIMS,
        /** To turn the treatments. */
        TREATMENTS,
        /** To turn what is in quarantine. */
        QUARANTINE,
        /** Nothing. */
        DONE
    }
}
