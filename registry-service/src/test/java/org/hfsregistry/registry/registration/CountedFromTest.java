package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.retraction;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.FindReceipts.Found;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.Published;
import org.hfsregistry.registry.treatment.Dossier;

/** Whoever has read the topics up to where a receipt says has what the receipt says, wherever a process ended. */
class CountedFromTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Property
    void what_a_receipt_promises_holds_after_a_crash_between_any_two_steps(
            @ForAll("streams") List<Outcome> stream,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 150) Integer> stepsUntilCrash,
            @ForAll long seed) {
        Log log = Log.of(stream);
        RecordInMemory memory = new RecordInMemory(seed);
        Random sizes = new Random(seed);
        for (int steps : stepsUntilCrash) {
            crashes(memory, log, steps, () -> 1 + sizes.nextInt(10));
            assertPromisesHold(memory);
        }
        log.follow(memory, () -> 1 + sizes.nextInt(10));

        assertPromisesHold(memory);
        for (OutcomeEntry entry : memory.entries.values()) {
            found(memory, entry)
                    .ifPresent(found -> assertThat(found.countedFrom().isPresent())
                            .as("%s", entry)
                            .isEqualTo(!quarantined(entry)));
        }
    }

    private static boolean quarantined(OutcomeEntry entry) {
        return entry.receipt().orElseThrow().status() == Status.QUARANTINED;
    }

    @Example
    void nothing_is_promised_of_what_is_published_until_its_position_is_noted() {
        Log log = Log.of(List.of(assessment("o-1", 1, "t-1", 365, SpasmGrade.E0)));
        int between = 0;
        boolean crashed = true;
        for (int steps = 0; crashed; steps++) {
            RecordInMemory memory = new RecordInMemory(0);
            crashed = crashes(memory, log, steps, () -> 1);
            if (crashed) {
                between += memory.topics.last().isEmpty() ? 0 : 1;
                assertThat(receipts(memory, "o-1"))
                        .hasSameSizeAs(memory.entries.values())
                        .allMatch(found -> found.countedFrom().isEmpty());
                log.follow(memory, () -> 1);
            }
            assertThat(receipts(memory, "o-1"))
                    .singleElement()
                    .satisfies(found -> assertThat(
                                    memory.topics.read(found.countedFrom().orElseThrow()))
                            .containsKey(HOSPITAL + "/t-1"));
        }
        assertThat(between).as("crashes between publishing and noting").isPositive();
    }

    private static boolean crashes(RecordInMemory memory, Log log, int steps, IntSupplier size) {
        memory.beforeEachStep(new Crash(steps));
        try {
            log.follow(memory, size);
            return false;
        } catch (Crash.Happened _) {
            return true;
        } finally {
            memory.beforeEachStep(() -> {});
        }
    }

    @Example
    void a_repetition_says_what_the_first_says_and_a_conflict_nothing() {
        Log log = Log.of(List.of(
                assessment("o-1", 1, "t-1", 365, SpasmGrade.E0),
                assessment("o-1", 1, "t-1", 365, SpasmGrade.E0),
                assessment("o-2", 1, "t-1", 400, SpasmGrade.E0),
                assessment("o-2", 1, "t-1", 400, SpasmGrade.E3),
                assessment("o-3", 1, "t-1", 430, SpasmGrade.E3),
                retraction("r-1", "o-3")));
        List<Found> found = receipts(log.applied(), "o-3", "none", "o-1", "r-1", "o-2", "o-1");

        assertThat(found).extracting(each -> each.entry().outcomeId()).containsExactly("o-3", "o-1", "r-1", "o-2");
        assertThat(found)
                .extracting(each -> each.receipt().status())
                .containsExactly(Status.RETRACTED, Status.DUPLICATE, Status.REGISTERED, Status.QUARANTINED);
        assertThat(found).extracting(each -> each.countedFrom().isPresent()).containsExactly(true, true, true, false);
    }

    private static List<Found> receipts(RecordInMemory memory, String... outcomeIds) {
        return memory.findReceipts().of(HOSPITAL, List.of(outcomeIds));
    }

    private static Optional<Found> found(RecordInMemory memory, OutcomeEntry entry) {
        return memory.findReceipts().of(entry.hospitalId(), List.of(entry.outcomeId())).stream()
                .findFirst();
    }

    private static void assertPromisesHold(RecordInMemory memory) {
        for (OutcomeEntry entry : memory.entries.values()) {
            found(memory, entry).flatMap(Found::countedFrom).ifPresent(upTo -> assertPromiseHolds(entry, upTo, memory));
        }
    }

    private static void assertPromiseHolds(OutcomeEntry entry, List<Published> upTo, RecordInMemory memory) {
        Collection<Dossier<?>> read = memory.topics.read(upTo).values();
        switch (entry.filed()) {
            case Filed.In(Place _)
            when entry.isRetracted() ->
                assertThat(read).noneMatch(dossier -> counts(dossier, entry.hospitalId(), entry.outcomeId()));
            case Filed.In(Place place) ->
                assertThat(read)
                        .filteredOn(dossier -> dossier.place().equals(place))
                        .as("%s read up to %s", entry, upTo)
                        .singleElement()
                        .matches(dossier -> hasSeen(dossier, entry));
            case Filed.AsRetraction(var retraction) ->
                assertThat(read).noneMatch(dossier -> counts(dossier, entry.hospitalId(), retraction.retracts()));
            case Filed.Nowhere _, Filed.LeftOut _, Filed.Erased _ ->
                assertThat(read).noneMatch(dossier -> counts(dossier, entry.hospitalId(), entry.outcomeId()));
        }
    }

    private static boolean counts(Dossier<?> dossier, String hospitalId, String outcomeId) {
        return dossier.place().hospitalId().equals(hospitalId)
                && dossier.counting().stream()
                        .anyMatch(reported -> reported.outcome().outcomeId().equals(outcomeId));
    }

    /** The outcome as it counts, or what superseded it. */
    private static boolean hasSeen(Dossier<?> dossier, OutcomeEntry entry) {
        Position position = entry.registered().orElseThrow().position();
        return dossier.counting().stream()
                        .anyMatch(reported -> reported.outcome().outcomeId().equals(entry.outcomeId())
                                && reported.position().offset() >= position.offset())
                || dossier.withdrawn().stream()
                        .anyMatch(mark -> mark.outcomeId().equals(entry.outcomeId())
                                && mark.position().offset() >= position.offset());
    }
}
