package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.assessment;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Hospitals;
import org.hfsregistry.registry.treatment.KeptDossiers;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.hfsregistry.registry.treatment.Treatments.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of treatments and hospitals must do, whichever server it is. */
class DossiersIT {

    @RegisterExtension
    private final Store store = new Store();

    @Test
    void a_treatment_is_found_as_it_was_put() {
        Treatment treatment = new Treatment(Documents.treatment());

        assertThat(treatments().put(List.of(new Revised<>(0, treatment)))).isTrue();

        assertThat(treatments().find(Set.of(treatment.document().id(), "h-01/none")))
                .containsExactly(treatment);
        assertThat(treatments().find(Set.of())).isEmpty();
    }

    @Test
    void a_hospital_is_found_as_it_was_put() {
        Hospital hospital = new Hospital(Documents.hospital(2, Examples.hospitalProfile(), Examples.eligibleCases()));

        assertThat(hospitals().put(List.of(new Revised<>(0, hospital)))).isTrue();

        assertThat(hospitals().find(Set.of(HOSPITAL))).containsExactly(hospital);
    }

    @Test
    void a_treatment_is_replaced_only_in_the_version_it_was_made_of() {
        treatments().put(List.of(new Revised<>(0, treatment("t-1", 1)), new Revised<>(0, treatment("t-2", 1))));

        assertThat(treatments().put(List.of(new Revised<>(0, treatment("t-1", 2)))))
                .isFalse();
        assertThat(treatments().put(List.of(new Revised<>(7, treatment("t-1", 8)))))
                .isFalse();
        assertThat(treatments()
                        .put(List.of(new Revised<>(1, treatment("t-1", 3)), new Revised<>(1, treatment("t-2", 2)))))
                .isTrue();

        assertThat(treatments().find(Set.of("h-01/t-1", "h-01/t-2")))
                .extracting(Treatment::version)
                .containsExactlyInAnyOrder(3L, 2L);
    }

    @Test
    void a_bulk_in_which_one_race_was_lost_puts_the_others() {
        treatments().put(List.of(new Revised<>(0, treatment("t-1", 1))));

        assertThat(treatments()
                        .put(List.of(new Revised<>(0, treatment("t-1", 2)), new Revised<>(0, treatment("t-2", 1)))))
                .isFalse();

        assertThat(treatments().find(Set.of("h-01/t-1", "h-01/t-2")))
                .extracting(Treatment::version)
                .containsExactly(1L, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "none", "text", "inserted"})
    void one_whose_version_is_damaged_is_named_and_put_right_by_its_place(String damage) {
        treatments().put(List.of(new Revised<>(0, treatment("t-1", damage.equals("inserted") ? 0 : 3))));
        Bson version = switch (damage) {
            case "another" -> Updates.set("version", 5L);
            case "none" -> Updates.unset("version");
            case "text" -> Updates.set("version", "3");
            default -> Updates.set("version", 0L);
        };
        store.get(MongoDatabase.class).getCollection("treatments").updateOne(Filters.eq("_id", "h-01/t-1"), version);
        long read = treatments().find(Set.of("h-01/t-1")).getFirst().version();

        assertThatIllegalStateException()
                .isThrownBy(() -> treatments().put(List.of(new Revised<>(read, treatment("t-1", 6)))))
                .withMessageContaining("h-01/t-1");

        long kept = store.get(KeptDossiers.class).of(Set.of("h-01")).getFirst().version();
        assertThat(treatments().put(List.of(new Revised<>(kept, treatment("t-1", 6)))))
                .isTrue();
        assertThat(treatments().put(List.of(new Revised<>(6, treatment("t-1", 7)))))
                .isTrue();
    }

    @Test
    void treatments_of_a_hospital_are_selected_and_sorted() {
        treatments()
                .put(List.of(
                        new Revised<>(0, treatment("t-3", 1)),
                        new Revised<>(0, treatment("t-1", 1)),
                        new Revised<>(0, new Treatment(Documents.treatment(1, Examples.injection("b", "t-2", 1, 80)))),
                        new Revised<>(
                                0,
                                new Treatment(new TreatmentDocument(HOSPITAL, "t-0", 2, NOON, List.of(), List.of())))));

        assertThat(ids(new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10)))
                .containsExactly("t-1", "t-2", "t-3");
        assertThat(ids(new Selection(
                        Optional.of(TreatmentKind.MVD), Optional.empty(), Optional.empty(), Optional.empty(), 1)))
                .containsExactly("t-1");
        assertThat(ids(new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("t-1"), 10)))
                .containsExactly("t-2", "t-3");
        assertThat(ids(selection(Examples.TREATED, Examples.TREATED))).hasSize(3);
        assertThat(ids(selection(Examples.TREATED.plusDays(1), LocalDate.MAX))).isEmpty();
        assertThat(ids(selection(LocalDate.EPOCH, Examples.TREATED.minusDays(1))))
                .isEmpty();
        assertThat(treatments()
                        .of(
                                "h-0",
                                new Selection(
                                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
    }

    private Treatments treatments() {
        return store.get(Treatments.class);
    }

    private Hospitals hospitals() {
        return store.get(Hospitals.class);
    }

    private List<String> ids(Selection selection) {
        return treatments().of(HOSPITAL, selection).stream()
                .map(treatment -> treatment.document().treatmentId())
                .toList();
    }

    private static Selection selection(LocalDate from, LocalDate to) {
        return new Selection(
                Optional.empty(),
                Optional.of(from),
                Optional.of(to).filter(day -> !day.equals(LocalDate.MAX)),
                Optional.empty(),
                10);
    }

    private static Treatment treatment(String treatmentId, long version) {
        return new Treatment(Documents.treatment(version, assessment("o-1", 1, treatmentId, 365, SpasmGrade.E0)));
    }
}
