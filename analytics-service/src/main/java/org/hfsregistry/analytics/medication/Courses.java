package org.hfsregistry.analytics.medication;

import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.analytics.treatment.Medication;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;

/**
 * How many of a hospital's courses of medication came to what. It exists as the one place of the definition {@code
 * medication-response}. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Courses {
    private static final SideEffect[] SIDE_EFFECTS = SideEffect.values();

    private final int[] byResponse = new int[Response.values().length];
    private final int[] byReason = new int[StopReason.values().length];
    private final int[] byEffect = new int[SIDE_EFFECTS.length];
    private int count;
    private int stoppedForReasonNotSaid;

    private Courses() {}

    /** The courses of a cohort. */
    public static Courses of(Cohort cohort, Among among) {
        Courses courses = new Courses();
        int rows = cohort.rows();
        for (int row = 0; row < rows; row++) {
            if (cohort.isMedication(row) && among.has(cohort, row)) {
                courses.add(cohort.clinical().medication(row));
            }
        }
        return courses;
    }

    private void add(Medication course) {
        count++;
        byResponse[course.response().ordinal()]++;
        if (course.isStopped()) {
            course.stoppedBecause()
                    .ifPresentOrElse(reason -> byReason[reason.ordinal()]++, () -> stoppedForReasonNotSaid++);
        }
        for (SideEffect effect : SIDE_EFFECTS) {
            byEffect[effect.ordinal()] += course.has(effect) ? 1 : 0;
        }
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** How many helped so far. */
    int count(Response response) {
        return byResponse[response.ordinal()];
    }

    /** How many were stopped for the reason. */
    int count(StopReason reason) {
        return byReason[reason.ordinal()];
    }

    /** How many were stopped, and nobody said why. */
    int stoppedForReasonNotSaid() {
        return stoppedForReasonNotSaid;
    }

    /** How many had the side effect. */
    int count(SideEffect effect) {
        return byEffect[effect.ordinal()];
    }
}
