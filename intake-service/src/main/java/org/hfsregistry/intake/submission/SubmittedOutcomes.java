package org.hfsregistry.intake.submission;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where submitted outcomes are kept, in the order in which a hospital's were added. */
public interface SubmittedOutcomes {

    /**
     * Adds one. May wait where too many are on their way, a few seconds at the most.
     *
     * @return done when it is kept for good; failed with {@link BrokerUnavailable}, within seconds, where that is not known
     */
    CompletableFuture<@Nullable Void> add(OutcomeSubmitted event);
}
