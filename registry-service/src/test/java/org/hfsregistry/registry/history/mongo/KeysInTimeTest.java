package org.hfsregistry.registry.history.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.NOON;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.mongodb.Stored;
import org.junit.jupiter.api.Test;

class KeysInTimeTest {

    private static final Position FIRST = new Position(7, 3);
    private static final Position SECOND = new Position(7, 4);
    private static final Position THIRD = new Position(2, 0);
    private static final Position AT_THE_SAME_TIME = new Position(7, 9);
    private static final Position LAST = new Position(2, 1);

    private final List<BsonDocument> entries = new ArrayList<>();

    KeysInTimeTest() {
        add(FIRST, 1);
        add(SECOND, 2);
        add(THIRD, 3);
        add(AT_THE_SAME_TIME, 3);
        add(LAST, 4);
    }

    @Test
    void entries_of_several_partitions_are_in_the_order_of_time_and_then_of_their_positions() {
        assertThat(keys(Optional.empty(), 10)).isEqualTo(ids(FIRST, SECOND, THIRD, AT_THE_SAME_TIME, LAST));
    }

    @Test
    void every_page_goes_on_after_the_last_key_of_the_one_before() {
        List<String> all = new ArrayList<>();
        List<String> page = keys(Optional.empty(), 2);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = keys(Optional.of(page.getLast()), 2);
        }

        assertThat(all).isEqualTo(ids(FIRST, SECOND, THIRD, AT_THE_SAME_TIME, LAST));
    }

    @Test
    void a_clock_that_is_behind_moves_nothing_before_what_its_partition_had_before() {
        add(new Position(7, 10), 0);

        assertThat(keys(Optional.empty(), 10))
                .isEqualTo(ids(FIRST, SECOND, THIRD, AT_THE_SAME_TIME, new Position(7, 10), LAST));
    }

    @Test
    void after_one_that_is_gone_its_key_tells_what_follows() {
        assertThat(keys(Optional.of(new Position(7, 5).key()), 10)).isEqualTo(ids(AT_THE_SAME_TIME));
    }

    private void add(Position position, int second) {
        entries.add(new BsonDocument("_id", Stored.key(position))
                .append("position", Stored.position(position))
                .append("decidedAt", Stored.time(NOON.plusSeconds(second))));
    }

    private List<String> keys(Optional<String> last, int limit) {
        entries.sort(Comparator.comparing(entry -> entry.getString("_id").getValue()));
        return KeysInTime.of(entries).after(last, limit);
    }

    private static List<String> ids(Position... positions) {
        return Stream.of(positions).map(Position::key).toList();
    }
}
