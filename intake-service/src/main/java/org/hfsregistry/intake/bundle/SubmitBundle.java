package org.hfsregistry.intake.bundle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.hfsregistry.intake.submission.OutcomeReader;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.hfsregistry.intake.submission.SubmittedOutcomes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Submits the outcomes of a bundle.
 *
 * <p>All of them are checked before the first is kept. Keeping is a step an outcome: where the broker goes away in the
 * middle, some are kept, and sending the bundle again mends that, since repeats count once.
 */
@Component
public class SubmitBundle {

    private final Pseudonyms pseudonyms;
    private final SubmittedOutcomes outcomes;
    private final Clock clock;

    SubmitBundle(Pseudonyms pseudonyms, SubmittedOutcomes outcomes, Clock clock) {
        this.pseudonyms = pseudonyms;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Returns when each outcome is kept or refused, in their order.
     *
     * @throws BrokerUnavailable if nothing could be kept, or, where it is all or nothing, not everything
     */
    public List<BundledResult> submit(Caller caller, OutcomeBundle bundle) {
        List<OutcomeReading> readings = readings(caller, bundle);
        return isHeldBack(bundle, readings)
                ? readings.stream().map(SubmitBundle::heldBack).toList()
                : keep(caller, readings, bundle.allOrNothing());
    }

    /** Tells what submitting it would come to, and keeps nothing. */
    public List<BundledResult> check(Caller caller, OutcomeBundle bundle) {
        List<OutcomeReading> readings = readings(caller, bundle);
        boolean heldBack = isHeldBack(bundle, readings);
        return readings.stream()
                .map(reading -> heldBack ? heldBack(reading) : checked(reading))
                .toList();
    }

    private List<OutcomeReading> readings(Caller caller, OutcomeBundle bundle) {
        OutcomeReader reader = new OutcomeReader(caller, pseudonyms, LocalDate.now(clock));
        return bundle.outcomes().stream().map(part -> check(reader, part)).toList();
    }

    private static boolean isHeldBack(OutcomeBundle bundle, List<OutcomeReading> readings) {
        boolean faulty = !bundle.faults().isEmpty()
                || readings.stream().anyMatch(reading -> reading instanceof OutcomeReading.Refused);
        return bundle.allOrNothing() && faulty;
    }

    private static OutcomeReading check(OutcomeReader reader, OutcomeBundle.Part part) {
        OutcomeReading reading = reader.read(part.json());
        return part.faults().isEmpty() ? reading : new OutcomeReading.Refused(Optional.empty(), all(part, reading));
    }

    /** A field that could not be told is missing in the JSON too; that is said once. */
    private static List<Fault> all(OutcomeBundle.Part part, OutcomeReading reading) {
        List<Fault> faults = new ArrayList<>(part.faults());
        Set<String> told = faults.stream().map(Fault::field).collect(Collectors.toSet());
        if (reading instanceof OutcomeReading.Refused refused) {
            refused.faults().stream()
                    .filter(fault -> !told.contains(fault.field()))
                    .forEach(faults::add);
        }
        return faults;
    }

    private static BundledResult heldBack(OutcomeReading reading) {
        return switch (reading) {
            case OutcomeReading.Accepted accepted -> new BundledResult.HeldBack(accepted.warnings());
            case OutcomeReading.Refused refused -> new BundledResult.Refused(refused.faults());
        };
    }

    private static BundledResult checked(OutcomeReading reading) {
        return switch (reading) {
            case OutcomeReading.Accepted accepted -> new BundledResult.Checked(accepted.outcome(), accepted.warnings());
            case OutcomeReading.Refused refused -> new BundledResult.Refused(refused.faults());
        };
    }

    private List<BundledResult> keep(Caller caller, List<OutcomeReading> readings, boolean allOrNothing) {
        List<CompletableFuture<@Nullable Void>> sent = new ArrayList<>();
        CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);
        for (OutcomeReading reading : readings) {
            // once the broker is away the rest is not tried: each try may take seconds
            if (reading instanceof OutcomeReading.Accepted accepted && !last.isCompletedExceptionally()) {
                last = outcomes.add(new OutcomeSubmitted(accepted.outcome(), caller.clientId(), clock.instant()));
            }
            sent.add(last);
        }
        List<BundledResult> results = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            results.add(result(readings.get(i), sent.get(i)));
        }
        boolean someLost = results.stream().anyMatch(result -> result instanceof BundledResult.NotKept);
        boolean someKept = results.stream().anyMatch(result -> result instanceof BundledResult.Accepted);
        if (someLost && (allOrNothing || !someKept)) {
            throw new BrokerUnavailable("a bundle could not be kept");
        }
        return results;
    }

    private static BundledResult result(OutcomeReading reading, CompletableFuture<@Nullable Void> kept) {
        return switch (reading) {
            case OutcomeReading.Refused refused -> new BundledResult.Refused(refused.faults());
            case OutcomeReading.Accepted(Outcome outcome, List<Fault> warnings) ->
                isKept(kept) ? new BundledResult.Accepted(outcome, warnings) : new BundledResult.NotKept();
        };
    }

    private static boolean isKept(CompletableFuture<@Nullable Void> kept) {
        try {
            kept.join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokerUnavailable) {
                return false;
            }
            throw e;
        }
    }
}
