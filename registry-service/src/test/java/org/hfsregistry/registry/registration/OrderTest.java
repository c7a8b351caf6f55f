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
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.treatment.Dossier;

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
        Arbitrary<Outcome> retractions =
                Arbitraries.of("a", "b", "p", "e").map(id -> Examples.retraction("r-" + id, id));
        return Arbitraries.frequencyOf(
                        Tuple.of(4, assessments),
                        Tuple.of(2, retractions),
                        Tuple.of(1, profiles()),
                        Tuple.of(1, cases()))
                .set()
                .uniqueElements(outcome -> outcome.outcomeId() + "@" + outcome.revision())
                .ofMaxSize(14);
    }

    private static Arbitrary<Outcome> profiles() {
        HospitalProfile example = Examples.hospitalProfile();
        return Combinators.combine(
                        Arbitraries.of("p", "q"), Arbitraries.integers().between(1, 3))
                .as((id, revision) -> new HospitalProfile(
                        id,
                        revision,
                        Examples.HOSPITAL,
                        "Hospital " + revision,
                        example.country(),
                        example.mri3t(),
                        example.intraoperativeMonitoring(),
                        example.multidisciplinaryTeam(),
                        example.functionalNeurosurgery(),
                        example.academic(),
                        example.team()));
    }

    private static Arbitrary<Outcome> cases() {
        return Combinators.combine(
                        Arbitraries.of("e", "f"), Arbitraries.integers().between(1, 3))
                .as((id, revision) -> new EligibleCases(
                        id, revision, Examples.HOSPITAL, EligibleCases.Treatment.MVD, 2024, 10 * revision));
    }

    @Property
    void the_documents_are_the_same_but_for_versions_times_and_positions(
            @ForAll("ofOneTreatment") Set<Outcome> outcomes, @ForAll long seed) {
        List<Outcome> once = new ArrayList<>(outcomes);

        assertThat(documents(shuffledAndRepeated(once, seed))).isEqualTo(documents(once));
    }

    /** Which arrival was the last depends on the order, what counts does not. */
    @Property
    void the_receipts_say_the_same_of_what_counts(@ForAll("thatMove") Set<Outcome> outcomes, @ForAll long seed) {
        List<Outcome> once = new ArrayList<>(outcomes);

        Map<String, String> receipts = receipts(once);

        assertThat(receipts(shuffledAndRepeated(once, seed))).isEqualTo(receipts);
        assertThat(receipts).isEqualTo(expectedReceipts(outcomes));
    }

    @Property
    void what_counts_is_the_highest_revision_of_what_was_not_retracted(
            @ForAll("thatMove") Set<Outcome> outcomes, @ForAll long seed) {
        List<Outcome> stream = shuffledAndRepeated(new ArrayList<>(outcomes), seed);

        Map<String, Outcome> expected = highestNotRetracted(outcomes);
        expected.values().removeIf(Retraction.class::isInstance);
        assertThat(counting(Log.of(stream).applied())).isEqualTo(expected);
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

        Map<String, Long> versions = dossiers(Log.of(stream).applied())
                .collect(toMap(dossier -> dossier.place().id(), Dossier::version));
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
        return dossiers(Log.of(stream).applied())
                .collect(toMap(dossier -> dossier.place().id(), OrderTest::shape, (one, _) -> one, TreeMap::new));
    }

    private static Stream<Dossier<?>> dossiers(RecordInMemory memory) {
        return Stream.concat(memory.treatments.values().stream(), memory.hospitals.values().stream());
    }

    private static Object shape(Dossier<?> dossier) {
        return List.of(
                dossier.counting().stream().map(Reported::outcome).toList(),
                dossier.withdrawn().stream().map(OrderTest::mark).toList());
    }

    private static Object mark(Withdrawn mark) {
        return List.of(mark.outcomeId(), mark.revision(), mark.reason());
    }

    private static Map<String, Outcome> counting(RecordInMemory memory) {
        Map<String, Outcome> counting = new TreeMap<>();
        dossiers(memory)
                .forEach(dossier -> dossier.counting().forEach(reported -> {
                    Outcome other = counting.put(reported.outcome().outcomeId(), reported.outcome());
                    assertThat(other).as("counted twice").isNull();
                    if (reported.outcome() instanceof TreatmentOutcome outcome) {
                        assertThat(Place.OfTreatment.of(outcome)).isEqualTo(dossier.place());
                    }
                }));
        return counting;
    }

    private static Map<String, String> receipts(List<Outcome> stream) {
        Map<String, String> receipts = new TreeMap<>();
        Log.of(stream)
                .applied()
                .entries
                .values()
                .forEach(entry -> entry.receipt()
                        .ifPresent(receipt -> receipts.put(
                                entry.outcomeId(),
                                receipt.status() == Status.RETRACTED
                                        ? "retracted"
                                        : "revision "
                                                + entry.counts().orElseThrow().revision() + " counts")));
        return receipts;
    }

    private static Map<String, String> expectedReceipts(Set<Outcome> outcomes) {
        Map<String, String> expected = new TreeMap<>();
        outcomes.forEach(outcome -> expected.put(outcome.outcomeId(), "retracted"));
        highestNotRetracted(outcomes)
                .forEach((id, outcome) -> expected.put(id, "revision " + outcome.revision() + " counts"));
        return expected;
    }

    private static Map<String, Outcome> highestNotRetracted(Set<Outcome> outcomes) {
        Set<String> retracted = new HashSet<>();
        Map<String, Outcome> highest = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Retraction retraction) {
                retracted.add(retraction.retracts());
            }
            highest.merge(outcome.outcomeId(), outcome, (one, two) -> one.revision() > two.revision() ? one : two);
        }
        highest.keySet().removeAll(retracted);
        return highest;
    }
}
