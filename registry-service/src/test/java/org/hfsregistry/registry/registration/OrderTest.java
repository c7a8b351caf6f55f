package org.hfsregistry.registry.registration;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;

/** Outcomes that do not contradict one another come to the same end in every order and however often they are sent. */
class OrderTest {

    private static final List<SpasmGrade> BY_REVISION =
            List.of(SpasmGrade.E3, SpasmGrade.E2, SpasmGrade.E1, SpasmGrade.E0);

    @Provide
    Arbitrary<Set<Outcome>> ofOneTreatment() {
        return sets(Arbitraries.just("t1"));
    }

    /** Each revision of an outcome names a treatment, which may be another than before. */
    @Provide
    Arbitrary<Set<Outcome>> thatMove() {
        return sets(Arbitraries.of("t1", "t2", "t3"));
    }

    private static Arbitrary<Set<Outcome>> sets(Arbitrary<String> treatments) {
        Arbitrary<Outcome> assessments = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.integers().between(1, 3),
                        treatments)
                .as((id, revision, treatment) ->
                        Examples.assessment(id, revision, treatment, 365, BY_REVISION.get(revision)));
        Arbitrary<Outcome> retractions = Arbitraries.of("a", "b", "c").map(id -> Examples.retraction("r-" + id, id));
        return Arbitraries.oneOf(List.of(assessments, assessments, retractions))
                .set()
                .uniqueElements(outcome -> outcome.outcomeId() + "@" + outcome.revision())
                .ofMaxSize(14);
    }

    @Property
    void the_documents_are_the_same_but_for_versions_times_and_positions(
            @ForAll("ofOneTreatment") Set<Outcome> outcomes, @ForAll long seed) {
        List<Outcome> once = new ArrayList<>(outcomes);

        assertThat(documents(shuffledAndRepeated(once, seed))).isEqualTo(documents(once));
    }

    @Property
    void what_counts_is_the_highest_revision_of_what_was_not_retracted(
            @ForAll("thatMove") Set<Outcome> outcomes, @ForAll long seed) {
        List<Outcome> stream = shuffledAndRepeated(new ArrayList<>(outcomes), seed);

        assertThat(counting(Log.of(stream).applied())).isEqualTo(highestNotRetracted(outcomes));
    }

    @Property
    void the_version_counts_the_arrivals_that_changed_the_document(
            @ForAll("thatMove") Set<Outcome> outcomes, @ForAll long seed) {
        List<Outcome> stream = shuffledAndRepeated(new ArrayList<>(outcomes), seed);
        Map<String, Long> changes = new TreeMap<>();
        Map<String, Object> before = new HashMap<>();
        for (int end = 1; end <= stream.size(); end++) {
            documents(stream.subList(0, end)).forEach((id, shape) -> {
                if (!shape.equals(before.put(id, shape))) {
                    changes.merge(id, 1L, Long::sum);
                }
            });
        }

        Map<String, Long> versions = Log.of(stream).applied().treatments.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().version()));
        assertThat(versions).isEqualTo(changes);
    }

    private static List<Outcome> shuffledAndRepeated(List<Outcome> once, long seed) {
        Random random = new Random(seed);
        List<Outcome> stream = new ArrayList<>(once);
        once.stream().filter(_ -> random.nextInt(3) == 0).forEach(stream::add);
        Collections.shuffle(stream, random);
        return stream;
    }

    private static Map<String, Object> documents(List<Outcome> stream) {
        Map<String, Object> documents = new TreeMap<>();
        Log.of(stream).applied().treatments.forEach((id, treatment) -> documents.put(id, shape(treatment.document())));
        return documents;
    }

    private static Object shape(TreatmentDocument document) {
        return List.of(
                document.outcomes().stream().map(Reported::outcome).toList(),
                document.withdrawn().stream().map(OrderTest::mark).toList());
    }

    private static Object mark(Withdrawn mark) {
        return List.of(mark.outcomeId(), mark.revision(), mark.reason());
    }

    private static Map<String, TreatmentOutcome> counting(RecordInMemory memory) {
        Map<String, TreatmentOutcome> counting = new TreeMap<>();
        memory.treatments
                .values()
                .forEach(treatment -> treatment.counting().forEach(reported -> {
                    TreatmentOutcome other = counting.put(reported.outcome().outcomeId(), reported.outcome());
                    assertThat(other).as("counted twice").isNull();
                    assertThat(reported.outcome().treatmentId())
                            .isEqualTo(treatment.document().treatmentId());
                }));
        return counting;
    }

    private static Map<String, TreatmentOutcome> highestNotRetracted(Set<Outcome> outcomes) {
        Set<String> retracted = new HashSet<>();
        Map<String, TreatmentOutcome> highest = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Retraction retraction) {
                retracted.add(retraction.retracts());
            } else if (outcome instanceof TreatmentOutcome reported) {
                highest.merge(
                        reported.outcomeId(), reported, (one, two) -> one.revision() > two.revision() ? one : two);
            }
        }
        highest.keySet().removeAll(retracted);
        return highest;
    }
}
