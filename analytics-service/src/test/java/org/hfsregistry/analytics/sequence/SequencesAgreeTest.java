package org.hfsregistry.analytics.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.measure.DataDay;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.population.RandomTreatments;
import org.hfsregistry.analytics.population.Straightforward.Followed;
import org.hfsregistry.analytics.population.StraightforwardSequences;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** What the columns say of sequences after updates in any order is what the definitions say of the newest documents. */
class SequencesAgreeTest {

    @Provide
    Arbitrary<List<TreatmentDocument>> versions() {
        return RandomTreatments.versions();
    }

    @Property(tries = 1500)
    void on_intervals_and_ways_to_operations(@ForAll("versions") List<TreatmentDocument> versions, @ForAll long order) {
        Population population = new Population();
        RandomTreatments.delivered(versions, order)
                .forEach(document -> population.apply(List.of(Change.of(document)), LogPositions.NONE));
        population.complete();

        newest(versions).forEach((hospital, treatments) -> {
            Sequences sequences = population.read(cut -> Sequences.of(
                    Optional.ofNullable(cut.cohorts().get(hospital)).orElseThrow(),
                    (cohort, row) -> true,
                    DataDay.of(cut.asOf())));
            StraightforwardSequences straightforward = new StraightforwardSequences(treatments);
            assertThat(listed(sequences.intervals())).containsExactlyInAnyOrderElementsOf(straightforward.intervals());
            assertThat(listed(sequences.ways()))
                    .containsExactlyInAnyOrderElementsOf(straightforward.ways(dataDate(versions)));
        });
    }

    private static Map<String, List<TreatmentDocument>> newest(List<TreatmentDocument> versions) {
        Map<String, TreatmentDocument> byId = new HashMap<>();
        versions.forEach(version -> byId.put(version.id(), version));
        Map<String, List<TreatmentDocument>> byHospital = new HashMap<>();
        byId.values()
                .forEach(treatment -> byHospital
                        .computeIfAbsent(treatment.hospitalId(), hospital -> new ArrayList<>())
                        .add(treatment));
        return byHospital;
    }

    private static LocalDate dataDate(List<TreatmentDocument> versions) {
        return versions.stream()
                .map(TreatmentDocument::changedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static List<Followed> listed(Durations durations) {
        List<Followed> listed = new ArrayList<>();
        Map<End, Integer> causes = Map.of(End.CENSORED, 0, End.EVENT, 1, End.COMPETING, 2);
        causes.forEach((end, cause) -> {
            int[] byDay = durations.byDay(end, durations.lastDay());
            for (int day = 0; day < byDay.length; day++) {
                for (int i = 0; i < byDay[day]; i++) {
                    listed.add(new Followed(day, cause));
                }
            }
        });
        return listed;
    }
}
