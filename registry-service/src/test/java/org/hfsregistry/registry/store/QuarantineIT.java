package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store of quarantined arrivals must do for who counts them, whichever server it is. */
class QuarantineIT {

    private static final Quarantined FIRST = unreadable(1, Optional.of("h-01"));
    private static final Quarantined OF_ANOTHER = unreadable(2, Optional.of("h-02"));
    private static final Quarantined OF_NOBODY = unreadable(3, Optional.empty());
    private static final Quarantined LAST = unreadable(4, Optional.of("h-01"));

    @RegisterExtension
    private final Store store = new Store();

    @BeforeEach
    void fill() {
        quarantine().add(List.of(FIRST, OF_ANOTHER, OF_NOBODY, LAST));
    }

    @Test
    void knows_how_many_each_hospital_has() {
        assertThat(quarantine().sizes()).isEqualTo(Map.of("h-01", 2, "h-02", 1));
    }

    @Test
    void finds_several_by_their_ids() {
        assertThat(quarantine().find(Set.of(FIRST.id(), LAST.id(), "unheard-of")))
                .containsExactlyInAnyOrder(FIRST, LAST);
        assertThat(quarantine().find(Set.of())).isEmpty();
    }

    private Quarantine quarantine() {
        return store.get(Quarantine.class);
    }

    private static Quarantined unreadable(long offset, Optional<String> hospitalId) {
        Refusal refusal = Refusal.notAnOutcome("this is no event");
        return new Quarantined(
                new Arrival.Unreadable(new Position(0, offset), NOON, "client", hospitalId, Optional.empty(), refusal),
                refusal,
                NOON);
    }
}
