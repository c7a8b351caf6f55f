package org.hfsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.registry.proof.HistoryInMemory.PARTITION;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.proof.Finding.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever was done to the history or to its seals is found, and named. */
class HistoryProofTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-01T00:00:00Z"), ZoneOffset.UTC);

    private final HistoryInMemory history = new HistoryInMemory();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Gap> lost = new ArrayList<>();
    private Runnable duringTheProof = () -> {};

    /** Thirty seals of four entries, and two entries that are not sealed. */
    @BeforeEach
    void grow() {
        SealHistory seal = new SealHistory(history.journal(), history.store(), history.followedLog(), CLOCK);
        for (int each = 0; each < 30; each++) {
            history.grow(4);
            seal.seal(_ -> {});
        }
        history.grow(2);
    }

    @Test
    void a_history_that_nobody_touched_is_proved() {
        Account account = prove();

        assertThat(findings).isEmpty();
        assertThat(account.seals()).isEqualTo(30);
        assertThat(account.sealedEntries()).isEqualTo(120);
        assertThat(account.unsealedEntries()).isEqualTo(2);
        assertThat(account.heads()).containsExactly(sealed(30).head());
        assertThat(account.historyIsProved()).isTrue();
    }

    @Test
    void an_altered_entry_is_named() {
        history.entries.put(17L, 9999);

        assertThat(prove().historyIsProved()).isFalse();
        assertThat(findings).singleElement().satisfies(found -> {
            assertThat(found.what()).isEqualTo(What.ENTRY_ALTERED);
            assertThat(found.position()).contains(new Position(PARTITION, 17));
            assertThat(found.place()).contains(new Place.OfTreatment("h-01", "t-9999"));
        });
    }

    @Test
    void an_erased_entry_is_proved_by_the_hash_that_it_had_and_the_erasure_that_names_it() {
        history.erasedBy.put(17L, 40L);
        history.erasures.put(40L, new Verdict.Erased(List.of(), List.of(new Position(PARTITION, 17)), List.of()));

        assertThat(prove().erasedEntries()).isEqualTo(1);
        assertThat(findings).isEmpty();

        history.entries.put(17L, 9999);
        assertThat(found()).containsExactly("ENTRY_ALTERED 17");
    }

    @Test
    void an_entry_is_not_erased_by_what_is_no_erasure_of_it() {
        history.erasedBy.put(17L, 40L);
        assertThat(found()).containsExactly("ENTRY_ALTERED 17");

        history.erasures.put(40L, new Verdict.Erased(List.of(), List.of(new Position(PARTITION, 18)), List.of()));
        assertThat(found()).containsExactly("ENTRY_ALTERED 17");
    }

    @Test
    void an_entry_is_not_erased_by_an_erasure_outside_the_log_or_of_another_hospital() {
        history.erasedBy.put(17L, 500L);
        history.erasures.put(500L, new Verdict.Erased(List.of(), List.of(new Position(PARTITION, 17)), List.of()));
        assertThat(found()).as("nobody has come so far").containsExactly("ENTRY_ALTERED 17");

        history.grow(400);
        assertThat(found()).isEmpty();

        history.erasedIn = "h-02";
        assertThat(found()).containsExactly("ENTRY_ALTERED 17");

        history.erasedIn = "h-01";
        history.erasedAt = 99;
        assertThat(found()).as("nobody follows that partition").containsExactly("ENTRY_ALTERED 17");
    }

    @Test
    void an_erasure_that_is_carried_out_during_the_proof_is_counted_as_not_sealed() {
        history.erasedBy.put(17L, 122L);
        history.erasures.put(122L, new Verdict.Erased(List.of(), List.of(new Position(PARTITION, 17)), List.of()));
        duringTheProof = () -> history.grow(1);

        assertThat(prove().unsealedEntries()).isEqualTo(3);
        assertThat(findings).isEmpty();
    }

    @Test
    void a_deleted_and_an_added_entry_are_named() {
        history.entries.remove(18L);
        assertThat(found()).containsExactly("ENTRY_MISSING 18");

        history.entries.put(18L, 18);
        history.grow(40);
        history.entries.remove(130L);
        new SealHistory(history.journal(), history.store(), history.followedLog(), CLOCK).seal(_ -> {});
        history.entries.put(130L, 130);
        assertThat(found()).containsExactly("ENTRY_ADDED 130");
    }

    @Test
    void an_entry_that_was_deleted_before_it_was_sealed_is_missed_then_and_for_ever() {
        history.grow(8);
        history.entries.keySet().removeIf(offset -> offset >= 125 && offset < 128);
        assertThat(found()).containsExactly("ENTRY_MISSING 125");
        assertThat(findings.getFirst().message()).contains("125 to 127", "'lost 7 125 127'");

        new SealHistory(history.journal(), history.store(), history.followedLog(), CLOCK).seal(_ -> {});
        assertThat(found()).containsExactly("ENTRY_MISSING 125");
        history.seals.remove(31L);
        assertThat(found()).containsExactly("ENTRY_MISSING 125");
    }

    @Test
    void what_was_deleted_at_the_end_is_missed() {
        history.entries.remove(121L);
        assertThat(found()).containsExactly("ENTRY_MISSING 121");
    }

    @Test
    void where_the_log_began_nothing_is_missed() {
        history.entries.clear();
        history.seals.clear();
        history.grow(3);

        assertThat(found()).isEmpty();
    }

    @Test
    void what_the_log_is_known_to_have_lost_is_not_missed_and_what_else_is_gone_is() {
        history.skip(3);
        history.grow(2);
        lost.add(new Gap(PARTITION, 122, 124));
        assertThat(found()).isEmpty();

        history.entries.remove(125L);
        assertThat(found()).containsExactly("ENTRY_MISSING 122");
    }

    @Test
    void an_altered_seal_is_named_with_what_it_hides() {
        Seal seal = sealed(5);
        history.entries.put(17L, 9999);
        String content =
                history.journal().fingerprints(PARTITION, 17, 18).getFirst().contentHash();
        List<Seal.Entry> entries = seal.entries().stream()
                .map(entry -> entry.offset() == 17 ? new Seal.Entry(17, content) : entry)
                .toList();

        put(new Seal(PARTITION, 5, seal.from(), seal.to(), entries, seal.previous(), seal.sealedAt(), seal.hash()));
        assertThat(found()).containsExactly("SEAL_ALTERED");

        put(Seal.of(PARTITION, 5, seal.from(), seal.to(), entries, seal.previous(), seal.sealedAt()));
        assertThat(found()).as("the next does not continue it").containsExactly("SEAL_ALTERED");
        assertThat(findings.getFirst().message()).contains("seal 6");
    }

    @Test
    void a_seal_that_reaches_into_nowhere_is_no_endless_work() {
        Seal seal = sealed(30);
        put(new Seal(
                PARTITION,
                30,
                seal.from(),
                Long.MAX_VALUE - 5000,
                seal.entries(),
                seal.previous(),
                seal.sealedAt(),
                seal.hash()));

        assertThat(found()).contains("SEAL_ALTERED");
    }

    @Test
    void deleted_seals_are_named() {
        history.seals.remove(5L);
        history.seals.remove(6L);
        history.seals.remove(20L);

        assertThat(found()).containsExactly("SEAL_MISSING", "SEAL_MISSING");
        assertThat(findings.getFirst().message()).contains("5 to 6");
        assertThat(findings.getLast().message()).contains("20 to 20");

        history.seals.remove(1L);
        assertThat(found()).hasSize(3);
    }

    @Test
    void a_history_that_was_sealed_anew_is_told_by_a_seal_that_was_written_down() {
        Head writtenDown = sealed(20).head();
        assertThat(found(writtenDown, sealed(30).head())).isEmpty();
        history.entries.put(17L, 9999);
        history.seals.clear();
        new SealHistory(history.journal(), history.store(), history.followedLog(), CLOCK).seal(_ -> {});
        assertThat(found()).isEmpty();

        assertThat(found(sealed(1).head())).isEmpty();
        assertThat(found(writtenDown)).containsExactly("KNOWN_SEAL_MISSING");
        assertThat(found(new Head(PARTITION, 1, "0".repeat(64)))).containsExactly("KNOWN_SEAL_DIFFERS");
    }

    @Test
    void an_end_that_was_cut_off_is_told_by_a_seal_that_was_written_down() {
        Head writtenDown = sealed(30).head();
        history.seals.remove(30L);
        history.entries.keySet().removeIf(offset -> offset >= 116);
        history.noted = 116;
        assertThat(found()).isEmpty();

        assertThat(found(writtenDown)).containsExactly("KNOWN_SEAL_MISSING");
    }

    private void put(Seal seal) {
        history.seals.put(seal.number(), seal);
    }

    private Seal sealed(long number) {
        return Objects.requireNonNull(history.seals.get(number));
    }

    private Account prove(Head... known) {
        findings.clear();
        Account account = new Account(new Witness() {
            @Override
            public void found(Finding finding) {
                findings.add(finding);
            }

            @Override
            public void reached(Account account) {}
        });
        HistoryProof proof =
                new HistoryProof(history.journal(), history.store(), new WrittenDown(List.of(known), lost), account);
        proof.prove(PARTITION, history.noted);
        duringTheProof.run();
        proof.proveErased(history.followedLog().all());
        return account;
    }

    private List<String> found(Head... known) {
        prove(known);
        return findings.stream()
                .map(found -> found.what().name()
                        + Optional.of(found)
                                .flatMap(Finding::position)
                                .map(position -> " " + position.offset())
                                .orElse(""))
                .toList();
    }
}
