package org.hfsregistry.registry.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.proof.Finding.What;
import org.junit.jupiter.api.Test;

/** What lies under keys by which no proof asks. */
class StrayKeysTest {

    private static final int PARTITION = HistoryInMemory.PARTITION;

    private final HistoryInMemory history = new HistoryInMemory();
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void what_was_gone_through_and_what_was_decided_since_is_none() {
        history.grow(10);

        prove(() -> {
            history.grow(3_000);
            history.entries.put(history.noted, 1);
        });

        assertThat(findings).isEmpty();
    }

    @Test
    void an_entry_far_beyond_or_of_another_partition_or_under_no_position_is_told() {
        history.grow(10);
        history.entries.put(history.noted + 2 * Journal.MOST_OFFSETS, 1);
        history.strays.add(new Journal.Key("zzz", Optional.empty()));
        Position elsewhere = new Position(PARTITION + 1, 3);
        history.strays.add(new Journal.Key(elsewhere.key(), Optional.of(elsewhere)));

        prove(() -> {});

        assertThat(findings).extracting(Finding::what).containsOnly(What.ENTRY_ADDED);
        assertThat(findings)
                .extracting(Finding::position)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Position(PARTITION, 10 + 2 * Journal.MOST_OFFSETS)),
                        Optional.of(elsewhere));
        assertThat(findings.getFirst().message()).contains("zzz");
    }

    private void prove(Runnable meanwhile) {
        Account account = new Account(new Witness() {
            @Override
            public void found(Finding finding) {
                findings.add(finding);
            }

            @Override
            public void reached(Account account) {}
        });
        HistoryProof proof = new HistoryProof(history.journal(), history.store(), WrittenDown.read(""), account);
        proof.prove(PARTITION, history.noted);
        meanwhile.run();
        proof.proveKeys(history.followedLog());
    }
}
