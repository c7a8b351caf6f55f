package org.hfsregistry.analytics.statistic;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Grades;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/**
 * A question as it would be asked over HTTP, without what is usual and without hospitals: {@code mvd-success?at=90&by=year}.
 * It exists as the name of a question that lasts longer than this program, whichever way it was put.
 */
public record AskedText(String text) {

    /** The list of hospitals. */
    public static final AskedText HOSPITALS = new AskedText("hospitals");

    /** Of a statistic by its name in the path. */
    public static AskedText of(String statistic, Asked asked) {
        SortedMap<String, Object> given = new TreeMap<>(asked.filter().given());
        switch (asked.question()) {
            case Question.Success success -> {
                put(given, "grades", success.grades(), Grades.FREE_OF_SPASM);
                put(given, "at", success.at().target(), AssessmentWindow.YEAR.target());
            }
            case Question.Recurrence recurrence ->
                put(given, "gap", recurrence.gapDays(), Question.Recurrence.DEFAULT.gapDays());
            case Question.QualityOfLife quality ->
                put(given, "treatment", quality.treatment().code(), Treatment.MVD.code());
            case Question.TimeToRelief _,
                    Question.Relief _,
                    Question.Complications _,
                    Question.MedicationResponses _,
                    Question.CaseMix _,
                    Question.Quality _,
                    Question.OfSequence _ -> {}
        }
        put(given, "by", asked.by().code(), Asked.By.HOSPITAL.code());
        put(given, "level", asked.level(), Asked.USUAL_LEVEL);
        return new AskedText(statistic + (given.isEmpty() ? "" : "?" + written(given)));
    }

    private static void put(Map<String, Object> given, String name, Object value, Object usual) {
        if (!value.equals(usual)) {
            given.put(name, value);
        }
    }

    private static String written(SortedMap<String, Object> given) {
        return given.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    /** Whether both are of one statistic. */
    public boolean isOfThatOf(AskedText other) {
        return statistic().equals(other.statistic());
    }

    private String statistic() {
        return text.split("\\?", 2)[0];
    }

    /** Where it is asked as of a snapshot. */
    public String path(String snapshot) {
        String path = equals(HOSPITALS) ? "/v1/hospitals" : "/v1/statistics/" + text;
        return path + (path.contains("?") ? "&" : "?") + "asOf=" + snapshot;
    }
}
