package org.hfsregistry.local.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a group's numbers are written; a number that is not there is a dash. */
final class Cells {

    private static final String NONE = "-";

    private Cells() {}

    static List<String> of(Optional<JsonNode> success, Optional<JsonNode> recurrence, Optional<JsonNode> relief) {
        return List.of(
                count(success, "/operations"),
                count(success, "/n"),
                percent(success, "/rate"),
                interval(success),
                percent(success, "/completeness"),
                percent(recurrence, "/rate"),
                interval(recurrence),
                days(relief, "/meanDays"),
                days(relief, "/medianDays"));
    }

    static List<String> headings() {
        return List.of(
                "operations",
                "assessed",
                "success",
                "95% interval",
                "complete",
                "recurred",
                "95% interval",
                "relief mean",
                "median");
    }

    static String text(Optional<JsonNode> group, String path) {
        return group.map(fields -> fields.at(path).asString(NONE)).orElse(NONE);
    }

    private static String count(Optional<JsonNode> group, String path) {
        return value(group, path).map(node -> Long.toString(node.asLong())).orElse(NONE);
    }

    private static String percent(Optional<JsonNode> group, String path) {
        return value(group, path)
                .map(node -> String.format(Locale.ROOT, "%.1f%%", 100 * node.asDouble()))
                .orElse(NONE);
    }

    private static String days(Optional<JsonNode> group, String path) {
        return value(group, path)
                .map(node -> String.format(Locale.ROOT, "%.1f d", node.asDouble()))
                .orElse(NONE);
    }

    private static String interval(Optional<JsonNode> group) {
        return value(group, "/interval/lower").isEmpty()
                ? NONE
                : percent(group, "/interval/lower") + " - " + percent(group, "/interval/upper");
    }

    private static Optional<JsonNode> value(Optional<JsonNode> group, String path) {
        return group.map(fields -> fields.at(path)).filter(JsonNode::isNumber);
    }
}
