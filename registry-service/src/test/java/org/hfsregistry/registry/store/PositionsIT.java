package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.hfsregistry.registry.following.Claim;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.receipt.Lost;
import org.hfsregistry.registry.receipt.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store of positions must do, whichever server it is. */
class PositionsIT {

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void only_the_latest_claim_notes_positions() {
        Claim first = positions().claim(3);
        assertThat(first.next()).isEmpty();
        assertThat(positions().note(first, 17, List.of())).isTrue();

        Claim second = positions().claim(3);

        assertThat(second.next()).isEqualTo(OptionalLong.of(17));
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(positions().note(first, 99, List.of(treatments(0, 99)))).isFalse();
        assertThat(positions().note(second, 18, List.of())).isTrue();
        assertThat(positions().claim(3).next()).isEqualTo(OptionalLong.of(18));
        assertThat(positions().claim(4).next()).isEmpty();
        assertThat(store.get(FollowedLog.class).of(Set.of(3, 4, 5))).isEqualTo(Map.of(3, new Followed(18, List.of())));
    }

    @Test
    void of_how_many_partitions_the_log_was_is_known_from_the_first_time_on() {
        assertThat(positions().firstPartitions(12)).isEqualTo(12);
        assertThat(positions().firstPartitions(13)).isEqualTo(12);
        assertThat(store.get(FollowedLog.class).all()).isEmpty();
    }

    @Test
    void what_the_log_dropped_is_kept_and_not_followed() {
        Claim first = positions().claim(3);
        positions().noteLost(first, 5);
        Claim second = positions().claim(3);
        positions().note(second, 8, List.of());

        positions().noteLost(first, 99);
        positions().noteLost(positions().claim(3), 10);

        assertThat(second.next()).isEqualTo(OptionalLong.of(5));
        assertThat(store.get(FollowedLog.class).all())
                .isEqualTo(Map.of(3, new Followed(10, List.of(new Lost(0, 5), new Lost(8, 10)), List.of())));
    }

    @Test
    void up_to_where_was_published_only_grows_with_each_note() {
        Claim claim = positions().claim(3);
        Published hospitals = new Published(Published.Topic.HOSPITALS, 0, 7);
        positions().note(claim, 17, List.of(treatments(11, 5), treatments(2, 9), hospitals));

        positions().note(claim, 18, List.of(treatments(11, 6), treatments(2, 8), treatments(0, 1)));

        assertThat(store.get(FollowedLog.class).of(Set.of(3)))
                .isEqualTo(Map.of(
                        3,
                        new Followed(18, List.of(treatments(0, 1), treatments(2, 9), treatments(11, 6), hospitals))));
    }

    private static Published treatments(int partition, long next) {
        return new Published(Published.Topic.TREATMENTS, partition, next);
    }

    private Positions positions() {
        return store.get(Positions.class);
    }
}
