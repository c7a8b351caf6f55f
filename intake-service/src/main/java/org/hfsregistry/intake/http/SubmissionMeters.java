package org.hfsregistry.intake.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;
import org.springframework.stereotype.Component;

/** Counts what was accepted, and what was rejected for which fault; dry runs aside. */
@Component
public class SubmissionMeters {

    private final MeterRegistry meters;
    private final Counter accepted;

    SubmissionMeters(MeterRegistry meters) {
        this.meters = meters;
        this.accepted = Counter.builder("hfs.intake.outcomes.accepted")
                .description("Outcomes that the broker acknowledged")
                .register(meters);
    }

    /** Counts one that the broker acknowledged. */
    public void accepted() {
        accepted.increment();
    }

    /** An outcome with several faults counts under each of them. */
    public void rejected(List<Fault> faults) {
        faults.stream().map(Fault::code).distinct().forEach(this::rejected);
    }

    /** Counts one that was rejected for this. */
    public void rejected(String code) {
        Counter.builder("hfs.intake.outcomes.rejected")
                .description("Outcomes that were not accepted, by what was wrong")
                .tag("code", code)
                .register(meters)
                .increment();
    }
}
