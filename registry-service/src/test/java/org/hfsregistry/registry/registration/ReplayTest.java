package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.treatment.Dossier;

/** What is made anew out of the history is what was made the first time. */
class ReplayTest {

    @Provide
    Arbitrary<List<Outcome>> streams() {
        return AnyOutcomes.streams();
    }

    @Property
    void the_decisions_of_a_log_make_its_documents(@ForAll("streams") List<Outcome> stream) {
        RecordInMemory memory = Log.of(stream).applied();

        Replay replay = new Replay(Keys.FIRST);
        memory.history.values().forEach(replay::carryOut);

        assertThat(made(replay)).isEqualTo(kept(memory));
    }

    @Property
    void so_do_those_of_one_hospital_without_the_others(@ForAll("streams") List<Outcome> stream) {
        RecordInMemory memory = Log.of(stream).applied();

        Replay replay = new Replay(Keys.FIRST);
        memory.history.values().stream()
                .filter(decision -> isOf("h-01", decision))
                .forEach(replay::carryOut);

        Map<String, Dossier<?>> kept = kept(memory);
        kept.keySet().removeIf(id -> !id.startsWith("h-01"));
        assertThat(made(replay)).isEqualTo(kept);
    }

    @Property
    void it_says_which_documents_a_decision_changes(@ForAll("streams") List<Outcome> stream) {
        Replay replay = new Replay(Keys.FIRST);
        for (Decision decision : Log.of(stream).applied().history.values()) {
            Map<String, Dossier<?>> before = made(replay);
            List<String> about =
                    replay.carryOut(decision).stream().map(Place::id).toList();
            Map<String, Dossier<?>> after = made(replay);

            assertThat(after.entrySet().stream()
                            .filter(one -> !one.getValue().equals(before.get(one.getKey())))
                            .map(Map.Entry::getKey)
                            .toList())
                    .allMatch(about::contains);
        }
    }

    private static boolean isOf(String hospitalId, Decision decision) {
        return decision.arrival().hospitalId().filter(hospitalId::equals).isPresent();
    }

    private static Map<String, Dossier<?>> made(Replay replay) {
        return replay.places().stream().collect(Collectors.toMap(Place::id, replay::dossier));
    }

    private static Map<String, Dossier<?>> kept(RecordInMemory memory) {
        Map<String, Dossier<?>> kept = new TreeMap<>();
        Stream.concat(memory.treatments.values().stream(), memory.hospitals.values().stream())
                .forEach(dossier -> kept.put(dossier.place().id(), dossier));
        return kept;
    }
}
