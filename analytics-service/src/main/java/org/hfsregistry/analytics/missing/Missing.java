package org.hfsregistry.analytics.missing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.measure.DataDay;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Grade;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/**
 * What is missing of one hospital's treatments, counted. It exists as the one place of the definition {@code missing}, which is
 * for the hospital itself. Immutable.
 */
public final class Missing {
    /** How soon a window closes of which it is said that it does; the registry's list of follow-up has the same. */
    private static final int CLOSING_DAYS = 60;

    private final LogPositions positions;
    private final Instant asOf;
    private final Map<Waiting, Integer> assessments = new EnumMap<>(Waiting.class);
    private final Map<Treatment, Map<Said, Count>> traits = new EnumMap<>(Treatment.class);

    private Missing(Population.Cut cut, String hospital) {
        this.positions = cut.positions().ofDocuments();
        this.asOf = cut.asOf();
        for (Waiting waiting : Waiting.values()) {
            assessments.put(waiting, 0);
        }
        for (Treatment treatment : Treatment.values()) {
            traits.put(treatment, new EnumMap<>(Said.class));
        }
        Optional.ofNullable(cut.cohorts().get(hospital)).ifPresent(this::count);
    }

    /** What is missing of a hospital, read under the lock that the cut is read in. */
    public static Missing of(Population.Cut cut, String hospital) {
        return new Missing(cut, hospital);
    }

    private static boolean isOf(Treatment treatment, Cohort cohort, int row) {
        return switch (treatment) {
            case MVD -> cohort.isOperation(row);
            case BOTOX -> cohort.isSession(row);
        };
    }

    /** Where an operation without an assessment in its window of a year stands. */
    private enum Waiting {
        MISSED("missed"),
        CLOSING("closing"),
        OPEN("open");

        private final String field;

        Waiting(String field) {
            this.field = field;
        }
    }

    /** Of how many treatments something is wanted, and of how many of these it is missing. */
    private record Count(int wanted, int missing) {
        private static final Count NONE = new Count(0, 0);

        private Count and(boolean said) {
            return new Count(wanted + 1, said ? missing : missing + 1);
        }

        private Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("of", wanted);
            fields.put("missing", missing);
            return fields;
        }
    }

    private void count(Cohort cohort) {
        int dataDay = DataDay.of(asOf);
        for (int row = 0; row < cohort.rows(); row++) {
            waiting(cohort, row, dataDay).ifPresent(waiting -> assessments.merge(waiting, 1, Integer::sum));
            for (Map.Entry<Treatment, Map<Said, Count>> of : traits.entrySet()) {
                if (isOf(of.getKey(), cohort, row)) {
                    count(cohort, row, dataDay, of.getValue());
                }
            }
        }
    }

    private static void count(Cohort cohort, int row, int dataDay, Map<Said, Count> counts) {
        for (Said said : Said.values()) {
            if (said.isWantedOf(cohort, row, dataDay)) {
                counts.put(said, counts.getOrDefault(said, Count.NONE).and(said.of(cohort, row)));
            }
        }
    }

    /** Where an operation stands; empty where no assessment is wanted: there is one, it is early, or nobody will come. */
    private static Optional<Waiting> waiting(Cohort cohort, int row, int dataDay) {
        if (!cohort.isOperation(row) || cohort.grade(row, AssessmentWindow.YEAR) != Grade.UNASSESSED) {
            return Optional.empty();
        }
        int treatedOn = cohort.treatedOn(row);
        if (AssessmentWindow.YEAR.closedBy(dataDay, treatedOn)) {
            return Optional.of(Waiting.MISSED);
        }
        if (!AssessmentWindow.YEAR.contains(dataDay - treatedOn) || cohort.followUpEndDay(row) != Cohort.NEVER) {
            return Optional.empty();
        }
        return Optional.of(
                AssessmentWindow.YEAR.contains(dataDay + CLOSING_DAYS + 1 - treatedOn)
                        ? Waiting.OPEN
                        : Waiting.CLOSING);
    }

    /** The places of the log. */
    public LogPositions positions() {
        return positions;
    }

    /** When the newest change was made. */
    public Instant asOf() {
        return asOf;
    }

    /** The fields; of treatments that the hospital has none of, nothing is missing. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> byWaiting = new LinkedHashMap<>();
        assessments.forEach((waiting, count) -> byWaiting.put(waiting.field, count));
        fields.put("assessments", byWaiting);
        Map<String, Object> byTreatment = new LinkedHashMap<>();
        traits.forEach((treatment, counts) -> {
            Map<String, Object> bySaid = new LinkedHashMap<>();
            counts.forEach((said, count) -> bySaid.put(said.field(), count.fields()));
            byTreatment.put(treatment.code(), bySaid);
        });
        fields.put("traits", byTreatment);
        return fields;
    }
}
