package org.hfsregistry.contract.outcome;

import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Takes an outcome out of the registry's numbers, whichever revision of it came or will come.
 *
 * @param retracts the id of the outcome that should not count
 */
public record Retraction(String outcomeId, int revision, String hospitalId, String retracts, String reason)
        implements Outcome {

    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    /** Refuses what breaks a rule. */
    public Retraction {
        Faults faults = new Faults();
        Outcome.check(faults, outcomeId, revision, hospitalId);
        check(faults, outcomeId, retracts, reason);
        faults.refuse();
    }

    /** The rules of this type; absent values pass. */
    public static void check(
            Faults faults, @Nullable String outcomeId, @Nullable String retracts, @Nullable String reason) {
        faults.id("retracts", retracts, ID_FORM, "the outcomeId of an earlier outcome");
        if (retracts != null && retracts.equals(outcomeId)) {
            faults.add(
                    "RETRACTS_ITSELF",
                    "retracts",
                    retracts,
                    "a retraction can't retract itself",
                    "give the retraction an outcomeId of its own");
        }
        if (reason != null && (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON)) {
            faults.add(
                    "WRONG_LENGTH",
                    "reason",
                    reason,
                    "reason has " + reason.length() + " characters",
                    "write " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        }
        faults.readable("reason", reason);
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.RETRACTION;
    }
}
