package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.receipt.Receipt;
import org.hfsregistry.registry.treatment.Treatment;

/** What is decided of a stream of outcomes, and what the record says after it. */
final class Decided {

    private Decided() {}

    static Verdict lastOf(Outcome... stream) {
        return List.copyOf(Log.of(List.of(stream)).applied().history.values())
                .getLast()
                .verdict();
    }

    static String refusalOf(Outcome... stream) {
        return quarantined(stream).refusal().code();
    }

    static String messageOf(Outcome... stream) {
        return quarantined(stream).refusal().message();
    }

    static Verdict.Quarantined quarantined(Outcome... stream) {
        RecordInMemory memory = Log.of(List.of(stream)).applied();
        Decision last = List.copyOf(memory.history.values()).getLast();
        assertThat(memory.quarantine).hasSize(1);
        return (Verdict.Quarantined) last.verdict();
    }

    static Treatment treatment(String treatmentId, Outcome... stream) {
        return Objects.requireNonNull(
                Log.of(List.of(stream)).applied().treatments.get(HOSPITAL + "/" + treatmentId));
    }

    static long version(String treatmentId, Outcome... stream) {
        return treatment(treatmentId, stream).version();
    }

    static Optional<Status> status(String outcomeId, Outcome... stream) {
        return Objects.requireNonNull(Log.of(List.of(stream)).applied().entries.get(HOSPITAL + "/" + outcomeId))
                .receipt()
                .map(Receipt::status);
    }
}
