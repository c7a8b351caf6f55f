package org.hfsregistry.sample.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.sample.HospitalOutcomes;
import org.hfsregistry.sample.Submitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticNetworkTest {

    private static final List<Submitted> NETWORK = SyntheticNetwork.hospitals(SyntheticNetwork.TREATMENTS).stream()
            .map(Submitted::by)
            .toList();

    @Test
    void has_forty_hospitals_with_sixty_thousand_treatments() {
        assertThat(NETWORK).hasSize(40);
        assertThat(NETWORK.stream().mapToLong(Submitted::treatments).sum()).isEqualTo(SyntheticNetwork.TREATMENTS);
    }

    @Test
    void hospitals_are_of_very_different_sizes() {
        List<Long> sizes = NETWORK.stream().map(Submitted::treatments).sorted().toList();

        assertThat(sizes.getFirst()).isEqualTo(3);
        assertThat(sizes.getLast()).isEqualTo(5_000);
        assertThat(sizes.get(20)).isLessThan(1_500);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 121, 1_000, 3_000, 12_000, 100_000})
    void has_as_many_treatments_as_are_asked_for(int treatments) {
        List<Long> sizes = SyntheticNetwork.hospitals(treatments).stream()
                .map(Submitted::by)
                .map(Submitted::treatments)
                .sorted()
                .toList();

        assertThat(sizes).hasSize(40).startsWith(3L);
        assertThat(sizes.stream().mapToLong(size -> size).sum()).isEqualTo(treatments);
    }

    @Test
    void fewer_treatments_than_forty_small_hospitals_have_are_refused() {
        assertThatThrownBy(() -> SyntheticNetwork.hospitals(119)).hasMessageContaining("120");
    }

    @Test
    void every_name_says_that_it_is_synthetic() {
        assertThat(NETWORK)
                .allSatisfy(hospital -> assertThat(hospital.of(HospitalProfile.class))
                        .singleElement()
                        .extracting(HospitalProfile::name)
                        .asString()
                        .startsWith("Synthetic hospital "));
    }

    @Test
    void as_many_rows_are_wrong_as_it_says() {
        List<Integer> toBeRefused = SyntheticNetwork.hospitals(SyntheticNetwork.TREATMENTS).stream()
                .map(HospitalOutcomes::toBeRefused)
                .toList();

        assertThat(NETWORK.stream().map(Submitted::refused)).isEqualTo(toBeRefused);
        assertThat(toBeRefused).filteredOn(refused -> refused == 4).hasSize(8);
        assertThat(SyntheticNetwork.hospitals(SyntheticNetwork.FEWEST).stream().mapToInt(HospitalOutcomes::toBeRefused))
                .as("however small it is")
                .isEqualTo(toBeRefused);
    }

    @Test
    void holds_corrections_retractions_and_duplicates() {
        List<Outcome> all = NETWORK.stream()
                .flatMap(hospital -> hospital.outcomes().stream())
                .toList();

        assertThat(all).anyMatch(outcome -> outcome.revision() == 2);
        assertThat(all).anyMatch(Retraction.class::isInstance);
        assertThat(all.stream().distinct().count()).isLessThan(all.size());
    }

    @Test
    void is_the_same_at_every_call() {
        HospitalOutcomes hospital =
                SyntheticNetwork.hospitals(SyntheticNetwork.TREATMENTS).getFirst();

        assertThat(hospital.rows().get())
                .isEqualTo(SyntheticNetwork.hospitals(SyntheticNetwork.TREATMENTS)
                        .getFirst()
                        .rows()
                        .get());
    }

    @Test
    void a_few_large_hospitals_are_better_or_worse_than_the_others() {
        List<Double> rates = NETWORK.stream()
                .filter(hospital -> hospital.atAYear().size() > 200)
                .map(hospital -> freeAtAYear(hospital.atAYear()))
                .toList();

        assertThat(rates).anyMatch(rate -> rate > 0.94).anyMatch(rate -> rate < 0.8);
        assertThat(rates.stream().collect(Collectors.averagingDouble(rate -> rate)))
                .isBetween(0.8, 0.95);
    }

    private static double freeAtAYear(List<MvdOutcome> year) {
        return year.stream()
                        .filter(outcome -> outcome.spasmGrade() == SpasmGrade.E0)
                        .count()
                / (double) year.size();
    }
}
