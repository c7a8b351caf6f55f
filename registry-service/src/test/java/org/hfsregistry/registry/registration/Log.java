package org.hfsregistry.registry.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.following.Claim;
import org.hfsregistry.registry.following.ClaimPartitions;

/** A log of submitted outcomes for tests, which is followed as a follower does it. */
final class Log {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-01T00:00:00Z"), ZoneOffset.UTC);

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final int PARTITION = 7;

    private final List<Arrival> arrivals = new ArrayList<>();
    private Clock clock = CLOCK;

    static Log of(List<? extends Outcome> outcomes) {
        Log log = new Log();
        outcomes.forEach(log::add);
        return log;
    }

    void add(Outcome outcome) {
        Position position = new Position(PARTITION, arrivals.size());
        arrivals.add(new Arrival.OfOutcome(position, FIRST.plusSeconds(arrivals.size()), "client", outcome));
    }

    void addErasure(String hospitalId, PatientPseudonym patient) {
        Position position = new Position(PARTITION, arrivals.size());
        arrivals.add(new Arrival.OfErasure(
                position,
                FIRST.plusSeconds(arrivals.size()),
                "client",
                hospitalId,
                new ErasedPatient.Named(patient),
                "GDPR Art. 17(1)"));
    }

    void addMerge(String hospitalId, PatientPseudonym staying, PatientPseudonym merged) {
        add(hospitalId, staying, merged, false);
    }

    void addUndoing(String hospitalId, PatientPseudonym staying, PatientPseudonym merged) {
        add(hospitalId, staying, merged, true);
    }

    private void add(String hospitalId, PatientPseudonym staying, PatientPseudonym merged, boolean undone) {
        Position position = new Position(PARTITION, arrivals.size());
        arrivals.add(new Arrival.OfMerge(
                position, FIRST.plusSeconds(arrivals.size()), "client", hospitalId, staying, merged, undone));
    }

    void addUnreadable(String hospitalId, String outcomeId) {
        Position position = new Position(PARTITION, arrivals.size());
        arrivals.add(new Arrival.Unreadable(
                position,
                FIRST.plusSeconds(arrivals.size()),
                "client",
                Optional.of(hospitalId),
                Optional.of(outcomeId),
                Refusal.notAnOutcome("something else")));
    }

    /** When it is followed from now on. */
    void at(Instant time) {
        clock = Clock.fixed(time, ZoneOffset.UTC);
    }

    int size() {
        return arrivals.size();
    }

    /** Applies everything in one go. */
    RecordInMemory applied() {
        RecordInMemory memory = new RecordInMemory(0);
        follow(memory, () -> arrivals.size());
        return memory;
    }

    /**
     * Claims the partition, goes on from the noted position, and follows the log to its end; where the claim does not hold any
     * more, it claims anew, as one does that holds the partition.
     */
    void follow(RecordInMemory memory, IntSupplier batchSize) {
        ApplyOutcomes applyOutcomes = memory.applyOutcomes(clock);
        ClaimPartitions claimPartitions = memory.claimPartitions();
        Claim claim = claimPartitions.claim(PARTITION);
        int next = (int) claim.next().orElse(0);
        while (next < arrivals.size()) {
            int end = Math.min(arrivals.size(), next + batchSize.getAsInt());
            try {
                applyOutcomes.apply(arrivals.subList(next, end), Map.of(PARTITION, claim));
                next = end;
            } catch (Claim.TakenOver _) {
                claim = claimPartitions.claim(PARTITION);
                next = (int) claim.next().orElse(0);
            }
        }
    }
}
