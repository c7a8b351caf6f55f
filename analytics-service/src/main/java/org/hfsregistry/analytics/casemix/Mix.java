package org.hfsregistry.analytics.casemix;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Among;

/**
 * A hospital's patients of one treatment by their traits. It exists as the one place of the definition {@code case-mix}: a
 * patient's latest treatment of that kind stands for the patient, in what is known of the patient and in which treatments are
 * asked for, so that a patient is in one part and not in several. Immutable.
 */
public final class Mix {
    /** In how many ways a value is had. */
    static final int WAYS = 3;

    private final Map<Axis, int[]> counts = new EnumMap<>(Axis.class);
    private final int treatments;
    private final int patients;

    private Mix(Cohort cohort, Among among) {
        for (Axis axis : Axis.values()) {
            counts.put(axis, new int[WAYS * axis.codes().size()]);
        }
        int all = 0;
        int standing = 0;
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (among.has(cohort, row)) {
                all++;
                if (cohort.clinical().standsForPatient(row)) {
                    standing++;
                    countPatient(cohort, row);
                } else {
                    countFurther(cohort, row);
                }
            }
        }
        this.treatments = all;
        this.patients = standing;
    }

    private void countPatient(Cohort cohort, int row) {
        counts.forEach((axis, byValue) -> {
            int asked = axis.many() ? -1 : axis.askedBits(cohort, row);
            int values = axis.codes().size();
            for (int bits = axis.bits(cohort, row); bits != 0; bits &= bits - 1) {
                int value = Integer.numberOfTrailingZeros(bits);
                byValue[(asked >> value & 1) == 1 ? value : values + value]++;
            }
        });
    }

    private void countFurther(Cohort cohort, int row) {
        counts.forEach((axis, byValue) -> {
            int values = axis.codes().size();
            for (int bits = axis.askedBits(cohort, row); bits != 0; bits &= bits - 1) {
                byValue[2 * values + Integer.numberOfTrailingZeros(bits)]++;
            }
        });
    }

    /** The patients of those treatments of a cohort, all of one kind. */
    public static Mix of(Cohort cohort, Among among) {
        return new Mix(cohort, among);
    }

    /** How many patients there are. */
    int patients() {
        return patients;
    }

    /** How many treatments there are that stand for nobody, since the patient had a later one. */
    int further() {
        return treatments - patients;
    }

    /**
     * How many have each value: first patients of whom the treatment's own reports say it, then those of whom others do, then
     * further treatments whose own reports say it. Read, never written.
     */
    int[] by(Axis axis) {
        return Optional.ofNullable(counts.get(axis)).orElseThrow();
    }
}
