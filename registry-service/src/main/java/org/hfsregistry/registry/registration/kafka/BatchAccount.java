package org.hfsregistry.registry.registration.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.springframework.stereotype.Component;

/** Counts and times what was decided, for the dashboards. */
@Component
class BatchAccount {

    /** A time in the event is whatever the sender had for one; none that is told is longer, or shorter than nothing. */
    private static final Duration LONGEST_DELAY = Duration.ofDays(365);

    private final MeterRegistry meters;
    private final Timer batches;
    private final Timer delay;

    BatchAccount(MeterRegistry meters) {
        this.meters = meters;
        this.batches = Timer.builder("hfs.registry.batch")
                .description("Time to take a batch of arrivals into the record")
                .publishPercentileHistogram()
                .register(meters);
        this.delay = Timer.builder("hfs.registry.delay")
                .description("Time from submission to decision")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** Times a batch and counts what was decided in it. */
    void of(Supplier<List<Decision>> batch) {
        Timer.Sample started = Timer.start(meters);
        List<Decision> decisions = batch.get();
        started.stop(batches);
        decisions.forEach(this::count);
    }

    private static Duration delay(Decision decision) {
        Duration told = Duration.between(decision.arrival().submittedAt(), decision.decidedAt());
        if (told.isNegative()) {
            return Duration.ZERO;
        }
        return told.compareTo(LONGEST_DELAY) < 0 ? told : LONGEST_DELAY;
    }

    private void count(Decision decision) {
        delay.record(delay(decision));
        String verdict = switch (decision.verdict()) {
            case Verdict.Registered _ -> "registered";
            case Verdict.Duplicate _ -> "duplicate";
            case Verdict.Stale _ -> "stale";
            case Verdict.Retracted _ -> "retracted";
            case Verdict.Quarantined _ -> "quarantined";
            case Verdict.Erased _ -> "erased";
            case Verdict.Merged _ -> "merged";
            case Verdict.Parted _ -> "parted";
            case Verdict.NotMerged _ -> "not-merged";
        };
        Counter.builder("hfs.registry.arrivals")
                .description("Arrivals by what was decided of them")
                .tag("verdict", verdict)
                .register(meters)
                .increment();
        if (decision.verdict() instanceof Verdict.Quarantined quarantined) {
            Counter.builder("hfs.registry.quarantined")
                    .description("Arrivals that could not be registered, by reason")
                    .tag("code", quarantined.refusal().code())
                    .register(meters)
                    .increment();
        }
    }
}
