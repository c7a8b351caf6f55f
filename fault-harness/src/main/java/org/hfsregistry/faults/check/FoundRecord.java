package org.hfsregistry.faults.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a hospital is shown of its record.
 *
 * @param receipts by outcomeId
 * @param treatments documents, as they are listed
 * @param histories of some treatments, by treatmentId: every revision that was received
 * @param quarantined outcomeIds
 */
public record FoundRecord(
        Map<String, JsonNode> receipts,
        List<JsonNode> treatments,
        Map<String, List<JsonNode>> histories,
        Set<String> quarantined) {}
