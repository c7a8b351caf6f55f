package org.hfsregistry.local.figures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How much there is, in words: also how much of it is held back from whom the answers are for, why, and who sees it.
 *
 * @param operations the answer to how many operations succeeded
 * @param injections the answer to how long injections help
 */
record Counts(JsonNode operations, JsonNode injections) {

    private static final int NAMED = 10;

    /**
     * Line by line.
     *
     * @param otherCommands what another command has to be given to find the run
     */
    List<String> lines(String otherCommands) {
        Set<String> hospitals = new LinkedHashSet<>();
        Set<String> told = new LinkedHashSet<>();
        gather(operations, "/operations", hospitals, told);
        gather(injections, "/n", hospitals, told);
        List<String> held =
                hospitals.stream().filter(hospital -> !told.contains(hospital)).toList();
        List<String> lines = new ArrayList<>();
        lines.add("%d of %d hospitals have numbers that everybody is told".formatted(told.size(), hospitals.size()));
        lines.add(total(operations, "/network/operations", "operations"));
        lines.add(total(injections, "/network/n", "injections"));
        if (!held.isEmpty()) {
            lines.add("held back of %s%s: numbers of too few people, or by which those of another would follow"
                    .formatted(
                            held.stream().limit(NAMED).collect(Collectors.joining(", ")),
                            held.size() > NAMED ? " and %d more".formatted(held.size() - NAMED) : ""));
            lines.add("a hospital sees its own numbers whole, by the token of ./registry token --hospital %s%s"
                    .formatted(held.getFirst(), otherCommands));
        }
        return lines;
    }

    private static void gather(JsonNode answer, String number, Set<String> hospitals, Set<String> told) {
        for (JsonNode group : answer.path("groups")) {
            String hospital = group.path("hospitalId").asString();
            hospitals.add(hospital);
            if (group.at(number).isNumber()) {
                told.add(hospital);
            }
        }
    }

    private static String total(JsonNode answer, String number, String what) {
        JsonNode total = answer.at(number);
        return total.isNumber()
                ? String.format(Locale.ROOT, "%,d %s", total.asLong(), what)
                : "%s of all: held back, since it would tell of too few people".formatted(what);
    }
}
