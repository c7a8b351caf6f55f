package org.hfsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Census;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.Fingerprint;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.history.Recorded;
import org.hfsregistry.registry.merging.KeptMerges;
import org.hfsregistry.registry.merging.Merge;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.registration.Replay;
import org.hfsregistry.registry.treatment.Kept;
import org.hfsregistry.registry.treatment.KeptDossiers;
import org.hfsregistry.registry.treatment.Treatment;
import org.junit.jupiter.api.Test;

/** The registry goes on while its documents are proved, and may erase a patient between two reads. */
class RecordProofTest {

    private static final int PARTITION = 3;
    private static final PseudonymKeys KEYS = new PseudonymKeys(PseudonymChain.after("k1", List.of()), Set.of());
    private static final Place.OfTreatment PLACE = new Place.OfTreatment(HOSPITAL, "t-1");
    private static final Arrival CAME = new Arrival.OfOutcome(
            new Position(PARTITION, 0), NOON, "client", assessment("o-1", 1, "t-1", 365, SpasmGrade.E0));

    private final Map<Long, Decision> history = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<KeptMerges.Kept> merges = new ArrayList<>();
    private final List<KeptMerges.Kept> mergesSince = new ArrayList<>();
    private int readAgain;
    private Treatment document;
    private Runnable beforeTheHistory = () -> {};
    private long followedUpTo = 1;

    RecordProofTest() {
        Decision registered = new Decision(CAME, new Verdict.Registered(Optional.empty()), NOON);
        history.put(0L, registered);
        document = made(registered);
    }

    @Test
    void a_patient_who_is_erased_while_the_proof_reads_is_no_finding() {
        beforeTheHistory = this::erase;

        assertThat(prove().documents()).isEqualTo(1);
        assertThat(findings).isEmpty();
    }

    @Test
    void a_document_that_says_what_was_erased_is_found() {
        Treatment before = document;
        erase();
        document = before;

        prove();
        assertThat(findings).extracting(Finding::what).containsExactly(Finding.What.DOCUMENT_DIFFERS);
    }

    @Test
    void a_merge_that_is_carried_out_while_the_proof_reads_is_no_finding() {
        decideMerge(1);
        assertThat(prove().findings()).isEmpty();

        merges.add(kept(Merge.State.STANDING, false));
        assertThat(prove().findings()).isEmpty();

        followedUpTo = 2;
        prove();
        assertThat(findings)
                .extracting(Finding::message)
                .singleElement()
                .satisfies(message -> assertThat(message).contains("that it was carried out"));
    }

    @Test
    void a_merge_that_is_not_what_was_decided_is_found() {
        decideMerge(1);
        followedUpTo = 2;
        prove();
        merges.add(kept(Merge.State.UNDONE, true));
        prove();
        merges.set(0, kept(Merge.State.STANDING, true));
        prove();
        history.remove(1L);
        prove();

        assertThat(findings)
                .extracting(Finding::what)
                .containsExactly(Finding.What.MERGE_MISSING, Finding.What.MERGE_DIFFERS, Finding.What.MERGE_ADDED);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.position()).hasValue(new Position(PARTITION, 1));
            assertThat(finding.message()).doesNotContain(Examples.patient(7).value());
        });
    }

    @Test
    void merges_that_are_as_they_were_decided_are_read_once() {
        decideMerge(1);
        followedUpTo = 2;
        merges.add(kept(Merge.State.STANDING, true));

        assertThat(prove().findings()).isEmpty();
        assertThat(readAgain).isZero();
    }

    @Test
    void a_merge_that_was_carried_out_since_all_were_read_is_read_again() {
        decideMerge(1);
        followedUpTo = 2;
        mergesSince.add(kept(Merge.State.STANDING, true));

        assertThat(prove().findings()).isEmpty();
        assertThat(readAgain).isEqualTo(1);
    }

    private void decideMerge(long offset) {
        history.put(
                offset,
                new Decision(
                        new Arrival.OfMerge(
                                new Position(PARTITION, offset),
                                NOON,
                                "client",
                                HOSPITAL,
                                Examples.patient(7),
                                Examples.patient(8),
                                false),
                        new Verdict.Merged(List.of()),
                        NOON));
    }

    private static KeptMerges.Kept kept(Merge.State state, boolean done) {
        Merge merge = new Merge(
                HOSPITAL,
                Optional.of(new Merge.Patients(Examples.patient(7), Examples.patient(8))),
                false,
                new Position(PARTITION, 1),
                NOON,
                "client",
                NOON,
                state,
                Optional.empty(),
                0,
                0);
        return new KeptMerges.Kept(merge.id(), HOSPITAL, done, Optional.of(merge));
    }

    private void erase() {
        beforeTheHistory = () -> {};
        Position position = new Position(PARTITION, 1);
        Decision erased = new Decision(
                new Arrival.OfErasure(
                        position,
                        NOON,
                        "client",
                        HOSPITAL,
                        new ErasedPatient.Marked(new PatientMark("0"), Optional.of("k1")),
                        "GDPR Art. 17"),
                new Verdict.Erased(List.of(PLACE), List.of(CAME.position()), List.of()),
                NOON);
        Decision left = new Decision(Arrival.Redacted.of(CAME), new Verdict.Registered(Optional.empty()), NOON);
        history.put(0L, left);
        history.put(1L, erased);
        document = document.erased(NOON);
    }

    private static Treatment made(Decision decision) {
        Replay replay = new Replay(KEYS);
        replay.carryOut(decision);
        return (Treatment) replay.dossier(PLACE);
    }

    private Account prove() {
        Account account = new Account(new Witness() {
            @Override
            public void found(Finding finding) {
                findings.add(finding);
            }

            @Override
            public void reached(Account account) {}
        });
        Journal journal = new HistoryHere();
        new RecordProof(
                        journal,
                        new Census(journal),
                        new FollowedHere(),
                        new DocumentHere(),
                        new MergesHere(),
                        KEYS,
                        account)
                .prove(Set.of(HOSPITAL));
        return account;
    }

    private final class MergesHere implements KeptMerges {
        @Override
        public Map<String, List<KeptMerges.Kept>> all() {
            Map<String, List<KeptMerges.Kept>> all = Map.of(HOSPITAL, List.copyOf(merges));
            merges.addAll(mergesSince);
            return all;
        }

        @Override
        public List<KeptMerges.Kept> of(Set<String> hospitalIds) {
            readAgain++;
            return List.copyOf(merges);
        }
    }

    private final class FollowedHere implements FollowedLog {
        @Override
        public Map<Integer, Followed> of(Set<Integer> partitions) {
            return all();
        }

        @Override
        public Map<Integer, Followed> all() {
            return Map.of(PARTITION, new Followed(followedUpTo, List.of()));
        }
    }

    private final class DocumentHere implements KeptDossiers {
        @Override
        public Keys keys() {
            throw new UnsupportedOperationException("which hospital is given");
        }

        @Override
        public List<Kept> of(Set<String> hospitalIds) {
            return List.of(new Kept(PLACE, document.version(), true, Optional.of(document)));
        }
    }

    private final class HistoryHere implements Journal {
        @Override
        public List<Fingerprint> fingerprints(int partition, long from, long to) {
            return history.keySet().stream()
                    .filter(offset -> offset >= from && offset < to)
                    .map(offset -> new Fingerprint(
                            new Position(partition, offset),
                            Optional.of(HOSPITAL),
                            Optional.empty(),
                            Optional.empty(),
                            ""))
                    .toList();
        }

        @Override
        public Stream<Key> keys() {
            throw new UnsupportedOperationException("positions are asked for");
        }

        @Override
        public Optional<Decision> at(Position position) {
            return Optional.ofNullable(history.get(position.offset()));
        }

        @Override
        public List<Owned> owned(int partition, long from, long to) {
            return history.keySet().stream()
                    .filter(offset -> offset >= from && offset < to)
                    .map(offset -> new Owned(offset, HOSPITAL))
                    .toList();
        }

        @Override
        public List<Recorded> outcomes(Set<String> hospitalIds, List<Position> positions) {
            beforeTheHistory.run();
            return positions.stream()
                    .filter(position -> history.containsKey(position.offset()))
                    .map(position -> new Recorded(position, Optional.ofNullable(history.get(position.offset()))))
                    .toList();
        }
    }
}
