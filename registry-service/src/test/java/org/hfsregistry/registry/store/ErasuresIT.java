package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.patient;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.ErasedPatient;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.erasure.Erasures;
import org.hfsregistry.registry.erasure.Erasures.Patient;
import org.hfsregistry.registry.erasure.LastErased;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store of erasures must do, whichever server it is. */
class ErasuresIT {

    private static final Patient ERASED = new Patient("h-01", PatientMark.of(patient(1)));
    private static final Patient ANOTHER = new Patient("h-01", PatientMark.of(patient(2)));
    private static final Patient ELSEWHERE = new Patient("h-02", PatientMark.of(patient(1)));

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void a_patient_is_known_by_the_mark_in_the_hospital_that_erased_it() {
        mark("k1", NOON);
        mark("k1", NOON);

        assertThat(erasures().hospitals(Set.of("h-01", "h-02"))).containsOnlyKeys("h-01");
        assertThat(erasures().erased(Set.of(ERASED, ANOTHER, ELSEWHERE))).containsExactly(ERASED);
        assertThat(erasures().hospitals(Set.of())).isEmpty();
        assertThat(erasures().erased(Set.of())).isEmpty();
    }

    @Test
    void when_a_hospital_last_erased_is_known_by_keys() {
        mark("k1", NOON);
        mark("k2-2", NOON.plusSeconds(9));
        mark("k2-2", NOON.plusSeconds(5));
        LastErased last = lastErased();

        assertThat(last.notUnder(Set.of("k1", "k2-2", "k3-3"))).isEmpty();
        assertThat(last.notUnder(Set.of("k2-2", "k3-3"))).hasValue(NOON);
        assertThat(last.notUnder(Set.of("k3-3"))).hasValue(NOON.plusSeconds(9));

        erasures().mark("h-01", Set.of(ERASED.mark()), Optional.empty(), NOON.plusSeconds(7));
        assertThat(lastErased().notUnder(Set.of("k1", "k2-2"))).hasValue(NOON.plusSeconds(7));
    }

    @Test
    void of_a_hospital_that_erased_before_keys_were_kept_nobody_knows_under_which() {
        database().getCollection("tombstones").insertOne(new Document("_id", "h-01"));
        mark("k1", NOON);

        assertThat(lastErased().notUnder(Set.of("k1"))).hasValue(Instant.MAX);
    }

    private LastErased lastErased() {
        return Objects.requireNonNull(erasures().hospitals(Set.of("h-01")).get("h-01"));
    }

    private void mark(String key, Instant at) {
        erasures().mark("h-01", Set.of(ERASED.mark()), Optional.of(key), at);
    }

    @Test
    void an_erasure_is_found_as_it_was_added_first_and_by_its_hospital_only() {
        Erasure erasure = erasure("h-01", 4, 2);
        erasures().add(erasure);
        erasures().add(erasure("h-01", 4, 9));

        assertThat(erasures().find("h-01", erasure.id())).hasValue(erasure);
        assertThat(erasures().find("h-02", erasure.id())).isEmpty();
        assertThat(erasures().find("h-01", "unheard-of")).isEmpty();
    }

    @Test
    void those_of_a_hospital_come_in_their_order_and_by_the_page() {
        Erasure first = erasure("h-01", 9, 1);
        Erasure ofAnother = erasure("h-02", 10, 1);
        Erasure second = erasure("h-01", 11, 1);
        Erasure third = erasure("h-01", 100, 1);
        for (Erasure erasure : new Erasure[] {third, first, ofAnother, second}) {
            erasures().add(erasure);
        }

        assertThat(erasures().of("h-01", Optional.empty(), 2)).containsExactly(first, second);
        assertThat(erasures().of("h-01", Optional.of(second.id()), 2)).containsExactly(third);
        assertThat(erasures().of("h-03", Optional.empty(), 2)).isEmpty();
        try (Stream<Erasure> all = erasures().all()) {
            assertThat(all).containsExactlyInAnyOrder(first, ofAnother, second, third);
        }
    }

    @Test
    void an_erased_outcome_tells_when_and_one_of_before_that_was_kept_long_ago() {
        OutcomeIndex index = store.get(OutcomeIndex.class);
        OutcomeEntry entry = OutcomeEntry.unknown("h-01", "o-1").erased(new Position(3, 8), NOON, Set.of());
        index.put(List.of(entry));
        assertThat(index.find(Set.of(entry.id()))).containsExactly(entry);

        database().getCollection("outcomes").updateOne(Filters.eq("_id", entry.id()), Updates.unset("erasedAt"));
        assertThat(index.find(Set.of(entry.id())))
                .singleElement()
                .extracting(OutcomeEntry::filed)
                .isEqualTo(new Filed.Erased(new Position(3, 8), Instant.EPOCH, Optional.empty()));
    }

    @Test
    void an_erasure_that_was_decided_before_keys_were_kept_has_none() {
        Arrival.OfErasure erasure = new Arrival.OfErasure(
                new Position(3, 9),
                NOON,
                "client",
                "h-01",
                new ErasedPatient.Marked(ERASED.mark(), Optional.of("k1")),
                "GDPR");
        History history = store.get(History.class);
        history.add(List.of(new Decision(erasure, new Verdict.Erased(List.of(), List.of(), List.of()), NOON)));
        database()
                .getCollection("history")
                .updateOne(Filters.eq("_id", erasure.position().key()), Updates.unset("patientKey"));

        assertThat(history.of(List.of(erasure)).values())
                .extracting(Decision::arrival)
                .singleElement()
                .extracting(decided -> ((Arrival.OfErasure) decided).patient())
                .isEqualTo(new ErasedPatient.Marked(ERASED.mark(), Optional.empty()));
    }

    private MongoDatabase database() {
        return store.get(MongoDatabase.class);
    }

    private Erasures erasures() {
        return store.get(Erasures.class);
    }

    private static Erasure erasure(String hospitalId, long offset, int treatments) {
        return new Erasure(
                hospitalId,
                PatientMark.of(patient(1)),
                new Position(3, offset),
                NOON,
                "GDPR Art. 17(1)(b)",
                "client",
                treatments,
                5);
    }
}
