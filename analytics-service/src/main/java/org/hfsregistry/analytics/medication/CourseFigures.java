package org.hfsregistry.analytics.medication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;

/**
 * Which figures are told of courses of medication, and of which courses each is. It exists so that they are decided on
 * together.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class CourseFigures {
    /** How many there are. */
    public static final String COURSES = "courses";

    /** How many were stopped. */
    static final String STOPPED = "stopped";

    private static final int OF_STOPPING = 1;
    private static final int FIRST_EFFECT = 2;
    private static final int GOES_ON = StopReason.values().length + 1;
    private static final Cells BY_RESPONSE = Cells.among(Response.values().length, response -> true);
    private static final Cells BY_STOPPING = Cells.among(GOES_ON + 1, reason -> true);
    private static final Cells WERE_STOPPED = Cells.among(GOES_ON, reason -> true);
    private static final Cells WITH = Cells.of(0);
    private static final Cells WITH_AND_WITHOUT = Cells.of(0, 1);

    private CourseFigures() {}

    /** The figures in their order: what helps most is told first. */
    public static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.size(COURSES, 0, BY_RESPONSE));
        for (Response response : List.of(Response.COMPLETE, Response.PARTIAL, Response.NONE)) {
            figures.add(Figure.of(figure(response), 0, List.of(Cells.of(response.ordinal())), COURSES));
        }
        figures.add(Figure.of(STOPPED, OF_STOPPING, List.of(WERE_STOPPED, BY_STOPPING), COURSES));
        for (StopReason reason : StopReason.values()) {
            figures.add(Figure.of(figure(reason), OF_STOPPING, List.of(Cells.of(reason.ordinal())), STOPPED));
        }
        for (SideEffect effect : SideEffect.values()) {
            figures.add(Figure.of(figure(effect), partition(effect), List.of(WITH, WITH_AND_WITHOUT), COURSES));
        }
        return List.copyOf(figures);
    }

    static String figure(Response response) {
        return "response " + response.code();
    }

    static String figure(StopReason reason) {
        return "stopped " + reason.code();
    }

    static String figure(SideEffect effect) {
        return "effect " + effect.code();
    }

    private static int partition(SideEffect effect) {
        return FIRST_EFFECT + effect.ordinal();
    }

    /** Courses counted into cells. */
    public static Tally tally(Courses courses) {
        List<int[]> partitions = new ArrayList<>();
        partitions.add(Arrays.stream(Response.values()).mapToInt(courses::count).toArray());
        int[] byStopping = new int[GOES_ON + 1];
        int stopped = courses.stoppedForReasonNotSaid();
        byStopping[GOES_ON - 1] = stopped;
        for (StopReason reason : StopReason.values()) {
            byStopping[reason.ordinal()] = courses.count(reason);
            stopped += courses.count(reason);
        }
        byStopping[GOES_ON] = courses.count() - stopped;
        partitions.add(byStopping);
        for (SideEffect effect : SideEffect.values()) {
            partitions.add(new int[] {courses.count(effect), courses.count() - courses.count(effect)});
        }
        return Tally.of(partitions);
    }

    static int courses(Tally tally) {
        return tally.count(0, BY_RESPONSE);
    }

    static int count(Tally tally, Response response) {
        return tally.count(0, Cells.of(response.ordinal()));
    }

    static int stopped(Tally tally) {
        return tally.count(OF_STOPPING, WERE_STOPPED);
    }

    static int count(Tally tally, StopReason reason) {
        return tally.count(OF_STOPPING, Cells.of(reason.ordinal()));
    }

    static int count(Tally tally, SideEffect effect) {
        return tally.count(partition(effect), WITH);
    }
}
