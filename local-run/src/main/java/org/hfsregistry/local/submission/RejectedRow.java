package org.hfsregistry.local.submission;

import tools.jackson.databind.JsonNode;

/**
 * One thing that is wrong with a row, as intake says it.
 *
 * @param row of a table the number of its line in the file; else counted from 1 in the whole file, empty lines aside
 */
public record RejectedRow(long row, String outcomeId, String field, String message, String fix) {

    static RejectedRow of(long row, JsonNode result, JsonNode error) {
        return new RejectedRow(
                row, text(result, "outcomeId"), text(error, "field"), text(error, "message"), text(error, "fix"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
