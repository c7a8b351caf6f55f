package org.hfsregistry.intake.submission;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where submitted outcomes are kept, in the order in which a hospital's were added. */
public interface SubmittedOutcomes {

    /** Adds one. */
    default CompletableFuture<@Nullable Void> add(OutcomeSubmitted event) {
        return written(event).add();
    }

    /** Writes one as it is to be kept, for who adds it in another thread; nothing is kept by that. */
    Written written(OutcomeSubmitted event);

    /** An outcome as it is to be kept. */
    interface Written {

        /**
         * Adds it. May wait where too many are on their way, a few seconds at the most.
         *
         * @return done when it is kept for good; failed with {@link BrokerUnavailable}, within seconds, where that is not known
         */
        CompletableFuture<@Nullable Void> add();
    }
}
