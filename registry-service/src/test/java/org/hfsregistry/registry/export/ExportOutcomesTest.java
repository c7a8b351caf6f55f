package org.hfsregistry.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Hospitals;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.junit.jupiter.api.Test;

/** What belongs to an export, and how much of it is in memory. */
class ExportOutcomesTest {

    private static final int MANY = 100_000;
    private static final int A_FEW = 10;

    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void what_a_hospital_says_of_itself_comes_first_and_then_its_treatments() {
        try (Stream<Outcome> outcomes =
                new ExportOutcomes(new OneHospital(), new ManyTreatments()).of(Optional.empty())) {
            assertThat(outcomes.limit(4).map(Outcome::outcomeId)).containsExactly("o-prof-1", "o-elig-1", "a-0", "b-0");
        }
    }

    @Test
    void a_treatment_is_read_when_it_is_its_turn() {
        try (Stream<Outcome> outcomes =
                new ExportOutcomes(new OneHospital(), new ManyTreatments()).of(Optional.empty())) {
            Iterator<Outcome> each = outcomes.iterator();
            for (int number = 0; number < MANY; number++) {
                each.next();
                assertThat(read.get()).isBetween((number - 1) / 2, number / 2 + A_FEW);
            }
        }
        assertThat(closed.get()).isEqualTo(2);
    }

    private final class OneHospital implements Hospitals {
        @Override
        public Stream<Hospital> reporting(Optional<String> hospitalId) {
            return Stream.of(new Hospital(Documents.hospital(2, Examples.hospitalProfile(), Examples.eligibleCases())))
                    .onClose(closed::incrementAndGet);
        }

        @Override
        public List<Hospital> find(Set<String> ids) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public boolean put(List<Revised<Hospital>> dossiers) {
            throw new UnsupportedOperationException("nobody writes");
        }
    }

    private final class ManyTreatments implements Treatments {
        @Override
        public Stream<Treatment> counting(Optional<String> hospitalId) {
            return IntStream.range(0, MANY)
                    .mapToObj(number -> {
                        read.incrementAndGet();
                        return new Treatment(Documents.treatment(
                                2,
                                Examples.assessment("a-" + number, 1, "t-" + number, 30, SpasmGrade.E1),
                                Examples.assessment("b-" + number, 1, "t-" + number, 365, SpasmGrade.E0)));
                    })
                    .onClose(closed::incrementAndGet);
        }

        @Override
        public List<Treatment> of(String hospitalId, Selection selection) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public List<Treatment> ofPatient(String hospitalId, PatientPseudonym patient) {
            throw new UnsupportedOperationException("nobody merges");
        }

        @Override
        public Stream<Treatment> operations(String hospitalId, Optional<LocalDate> from, LocalDate to) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public List<Treatment> all(Optional<String> after, int limit) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public List<Treatment> find(Set<String> ids) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public boolean put(List<Revised<Treatment>> dossiers) {
            throw new UnsupportedOperationException("nobody writes");
        }
    }
}
