package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.NOON;
import static org.hfsregistry.contract.fixture.Examples.patient;

import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.PatientMark;
import org.hfsregistry.registry.erasure.Erasure;
import org.hfsregistry.registry.erasure.Erasures;
import org.hfsregistry.registry.erasure.Erasures.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of erasures must do, whichever server it is. */
class ErasuresIT {

    private static final Patient ERASED = new Patient("h-01", PatientMark.of(patient(1)));
    private static final Patient ANOTHER = new Patient("h-01", PatientMark.of(patient(2)));
    private static final Patient ELSEWHERE = new Patient("h-02", PatientMark.of(patient(1)));

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_patient_is_known_by_the_mark_in_the_hospital_that_erased_it() {
        erasures().mark(ERASED);
        erasures().mark(ERASED);

        assertThat(erasures().hospitals(Set.of("h-01", "h-02"))).containsExactly("h-01");
        assertThat(erasures().erased(Set.of(ERASED, ANOTHER, ELSEWHERE))).containsExactly(ERASED);
        assertThat(erasures().hospitals(Set.of())).isEmpty();
        assertThat(erasures().erased(Set.of())).isEmpty();
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
