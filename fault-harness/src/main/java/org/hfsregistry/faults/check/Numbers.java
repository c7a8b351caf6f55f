package org.hfsregistry.faults.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.faults.check.ExpectedRecord.Counting;
import tools.jackson.databind.JsonNode;

/**
 * A hospital's numbers as they follow from its rows by their definitions (mvd-success, botox-relief, botox-to-mvd).
 *
 * @param assessed operations that were assessed around a year
 * @param successes those of them without spasm at the assessment nearest to the year
 * @param injected patients, of whom two that were merged are one
 */
public record Numbers(int assessed, int successes, int injections, int responders, int injected) {

    private static final int OPENS = 270;
    private static final int CLOSES = 545;
    private static final int YEAR = 365;

    /** By the definitions, from what counts. */
    static Numbers of(ExpectedRecord expected) {
        Collection<Counting> counting = expected.counting().values();
        Map<String, JsonNode> nearest = new HashMap<>();
        counting.stream()
                .filter(each -> isOf("mvd-outcome", each) && isInTheWindow(each.said()))
                .forEach(each -> nearest.merge(each.treatmentId(), each.said(), Numbers::nearer));
        List<Counting> injections =
                counting.stream().filter(each -> isOf("botox-relief", each)).toList();
        return new Numbers(
                nearest.size(),
                count(nearest.values().stream()
                        .filter(said -> said.path("spasmGrade").asString().equals("E0"))
                        .count()),
                injections.size(),
                count(injections.stream()
                        .filter(each -> each.said().path("responded").asBoolean())
                        .count()),
                count(injections.stream()
                        .map(each -> expected.persons().of(each.patientId()))
                        .distinct()
                        .count()));
    }

    /** As analytics tells them. */
    static Numbers told(JsonNode success, JsonNode relief, JsonNode wayToOperation) {
        return new Numbers(
                success.path("n").asInt(),
                success.path("successes").asInt(),
                relief.path("n").asInt(),
                relief.path("responders").asInt(),
                wayToOperation.path("patients").asInt());
    }

    private static boolean isOf(String type, Counting counting) {
        return counting.said().path("type").asString().equals(type);
    }

    private static boolean isInTheWindow(JsonNode said) {
        return day(said) >= OPENS && day(said) <= CLOSES;
    }

    private static JsonNode nearer(JsonNode one, JsonNode other) {
        Comparator<JsonNode> byDistance = Comparator.comparingLong(said -> Math.abs(day(said) - YEAR));
        return byDistance
                                .thenComparing(
                                        Comparator.comparingLong(Numbers::day).reversed())
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }

    private static long day(JsonNode said) {
        return ChronoUnit.DAYS.between(
                LocalDate.parse(said.path("treatedOn").asString()),
                LocalDate.parse(said.path("assessedOn").asString()));
    }

    private static int count(long found) {
        return Math.toIntExact(found);
    }
}
