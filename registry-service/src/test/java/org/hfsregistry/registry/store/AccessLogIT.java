package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.audit.Access;
import org.hfsregistry.registry.audit.AccessLog;
import org.hfsregistry.registry.audit.AccessLog.Selection;
import org.hfsregistry.registry.audit.NoteAccesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store of accesses must do, whichever server it is. */
class AccessLogIT {

    private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
    private static final Access FIRST = access(1, NOON, Optional.of("h-01"));
    private static final Access TO_ALL = access(2, NOON.plusSeconds(1), Optional.empty());
    private static final Access OF_ANOTHER = access(3, NOON.plusSeconds(2), Optional.of("h-02"));
    private static final Access LAST = access(4, NOON.plusSeconds(3), Optional.of("h-01"));

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void accesses_are_added_once_and_found_by_hospital_and_time() {
        log().add(List.of(LAST, TO_ALL, FIRST));
        log().add(List.of(FIRST, OF_ANOTHER));

        assertThat(find(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10))
                .containsExactly(FIRST, TO_ALL, OF_ANOTHER, LAST);
        assertThat(find(Optional.of("h-01"), Optional.empty(), Optional.empty(), Optional.empty(), 10))
                .containsExactly(FIRST, TO_ALL, LAST);
        assertThat(find(Optional.of("h-01"), Optional.empty(), Optional.empty(), Optional.of(FIRST.id()), 1))
                .containsExactly(TO_ALL);
        assertThat(find(Optional.of("h-01"), Optional.of(TO_ALL.at()), Optional.of(LAST.at()), Optional.empty(), 10))
                .containsExactly(TO_ALL);
    }

    @Test
    void the_oldest_are_forgotten_some_at_a_time_and_those_that_are_young_enough_are_not() {
        log().add(List.of(FIRST, TO_ALL, OF_ANOTHER, LAST));

        assertThat(log().forget(LAST.at(), 2)).isEqualTo(2);
        assertThat(all()).containsExactly(OF_ANOTHER, LAST);
        assertThat(log().forget(LAST.at(), 2)).isEqualTo(1);
        assertThat(log().forget(LAST.at(), 2)).isZero();
        assertThat(all()).containsExactly(LAST);
    }

    private List<Access> all() {
        return find(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
    }

    private List<Access> find(
            Optional<String> hospitalId,
            Optional<Instant> from,
            Optional<Instant> before,
            Optional<String> after,
            int limit) {
        return log().find(new Selection(hospitalId, from, before, after, limit));
    }

    private AccessLog log() {
        return store.get(AccessLog.class);
    }

    private static Access access(int number, Instant at, Optional<String> hospitalId) {
        return new Access(
                NoteAccesses.idsFrom(at) + "run-" + number,
                at,
                "client",
                Optional.of("h-01"),
                hospitalId,
                "GET /v1/treatments",
                number,
                Access.Result.ANSWERED);
    }
}
