package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.history.Fingerprint;
import org.hfsregistry.registry.history.History;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.history.Recorded;
import org.hfsregistry.registry.proof.Seal;
import org.hfsregistry.registry.proof.Seals;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Hospitals;
import org.hfsregistry.registry.treatment.Kept;
import org.hfsregistry.registry.treatment.KeptDossiers;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every store must give to those who prove the record, whichever server it is. */
class SealsIT {

    private static final String OTHER = "h-01.a";

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void the_first_seal_of_a_number_stands() {
        Seal first = seal(3, 1, 0);
        Seal second = seal(3, 2, 5);
        Seal tenth = seal(3, 10, 9);
        Seal ofAnother = seal(4, 7, 0);
        for (Seal seal : List.of(first, second, tenth, ofAnother)) {
            assertThat(seals().add(seal)).isTrue();
        }
        assertThat(seals().add(seal(3, 2, 4))).isFalse();

        assertThat(seals().of(3, 1, 11)).isEqualTo(Map.of(1L, first, 2L, second, 10L, tenth));
        assertThat(seals().of(3, 2, 3)).isEqualTo(Map.of(2L, second));
        assertThat(seals().last(3)).contains(tenth);
        assertThat(seals().last(2)).isEmpty();
        assertThat(seals().numberAfter(3, 0)).isEqualTo(OptionalLong.of(1));
        assertThat(seals().numberAfter(3, 2)).isEqualTo(OptionalLong.of(10));
        assertThat(seals().numberAfter(3, 10)).isEmpty();
        assertThat(seals().partitions()).isEqualTo(Set.of(3, 4));
    }

    @Test
    void the_history_is_given_in_its_order_and_known_again() {
        Outcome outcome = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);
        Decision registered = decision(11, outcome, new Verdict.Registered(Optional.empty()));
        Decision moved =
                decision(9, outcome, new Verdict.Registered(Optional.of(new Place.OfTreatment(HOSPITAL, "t-0"))));
        Arrival nobodys = new Arrival.Unreadable(
                new Position(3, 10), NOON, "client", Optional.empty(), Optional.empty(), Refusal.notAnOutcome("x"));
        Decision refused = new Decision(nobodys, new Verdict.Quarantined(Refusal.notAnOutcome("x")), NOON);
        store.get(History.class).add(List.of(registered, refused, moved));

        List<Fingerprint> found = journal().fingerprints(3, 9, 12);
        assertThat(found).extracting(each -> each.position().offset()).containsExactly(9L, 10L, 11L);
        assertThat(found.getLast().treatmentId()).contains("t-1");
        assertThat(found).extracting(Fingerprint::contentHash).doesNotHaveDuplicates();
        assertThat(journal().fingerprints(3, 9, 12)).isEqualTo(found);
        assertThat(journal().fingerprints(3, 0, 9)).isEmpty();
        assertThat(journal().owned(3, 0, 1000))
                .containsExactly(new Journal.Owned(9, HOSPITAL), new Journal.Owned(11, HOSPITAL));
        assertThat(journal().owned(3, 10, 11)).isEmpty();
        assertThat(journal().outcomes(Set.of(HOSPITAL), positions(8, 9, 10, 11)))
                .containsExactly(
                        new Recorded(new Position(3, 9), Optional.of(moved)),
                        new Recorded(new Position(3, 11), Optional.of(registered)));
        assertThat(journal().outcomes(Set.of(HOSPITAL), positions(11)))
                .containsExactly(new Recorded(new Position(3, 11), Optional.of(registered)));
        assertThat(journal().outcomes(Set.of("h-02"), positions(9, 10, 11))).isEmpty();
    }

    @Test
    void documents_are_given_by_their_hospitals_readable_or_not() {
        Treatment one = treatment(HOSPITAL, "t-1");
        Treatment ofAnother = treatment(OTHER, "t-1");
        Hospital hospital = new Hospital(Documents.hospital(1, Examples.eligibleCases()));
        store.get(Treatments.class).put(List.of(new Revised<>(0, one), new Revised<>(0, ofAnother)));
        store.get(Hospitals.class).put(List.of(new Revised<>(0, hospital)));

        assertThat(kept().keys()).isEqualTo(new KeptDossiers.Keys(Set.of(HOSPITAL, OTHER), List.of()));
        assertThat(kept().of(Set.of(HOSPITAL)))
                .containsExactlyInAnyOrder(
                        new Kept(one.place(), 1, true, Optional.of(one)),
                        new Kept(hospital.place(), 1, true, Optional.of(hospital)));
        assertThat(kept().of(Set.of(OTHER)))
                .containsExactly(new Kept(ofAnother.place(), 1, true, Optional.of(ofAnother)));

        store.get(MongoDatabase.class)
                .getCollection("treatments")
                .updateOne(Filters.eq("_id", OTHER + "/t-1"), Updates.set("treatment", "gone"));
        assertThat(kept().of(Set.of(OTHER))).containsExactly(new Kept(ofAnother.place(), 1, true, Optional.empty()));
    }

    @Test
    void documents_and_entries_under_other_keys_are_told() {
        MongoDatabase database = store.get(MongoDatabase.class);
        database.getCollection("treatments").insertOne(new Document("_id", "zzz"));
        database.getCollection("treatments").insertOne(new Document("_id", 17));
        database.getCollection("hospitals").insertOne(new Document("_id", HOSPITAL + "/t-1"));
        database.getCollection("history").insertOne(new Document("_id", "zzz"));
        database.getCollection("history").insertOne(new Document("_id", new Position(3, 9).key()));

        assertThat(kept().keys().hospitals()).isEmpty();
        assertThat(kept().keys().strays()).hasSize(3).contains("treatments: zzz", "hospitals: " + HOSPITAL + "/t-1");
        try (Stream<Journal.Key> keys = journal().keys()) {
            assertThat(keys)
                    .containsExactlyInAnyOrder(
                            new Journal.Key("zzz", Optional.empty()),
                            new Journal.Key(new Position(3, 9).key(), Optional.of(new Position(3, 9))));
        }
    }

    private static List<Position> positions(long... offsets) {
        return LongStream.of(offsets)
                .mapToObj(offset -> new Position(3, offset))
                .toList();
    }

    private Seals seals() {
        return store.get(Seals.class);
    }

    private Journal journal() {
        return store.get(Journal.class);
    }

    private KeptDossiers kept() {
        return store.get(KeptDossiers.class);
    }

    private static Seal seal(int partition, long number, long from) {
        List<Seal.Entry> entries = LongStream.range(from, from + 3)
                .mapToObj(offset ->
                        new Seal.Entry(offset, "%02x".formatted(offset).repeat(32)))
                .toList();
        return new Seal(partition, number, from, from + 3, entries, Seal.NOTHING, NOON, "f".repeat(64));
    }

    private static Decision decision(long offset, Outcome outcome, Verdict verdict) {
        return new Decision(new Arrival.OfOutcome(new Position(3, offset), NOON, "client", outcome), verdict, NOON);
    }

    private static Treatment treatment(String hospitalId, String treatmentId) {
        return Treatment.unreported(new Place.OfTreatment(hospitalId, treatmentId))
                .asVersion(1);
    }
}
