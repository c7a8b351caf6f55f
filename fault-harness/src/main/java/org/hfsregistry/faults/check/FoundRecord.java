package org.hfsregistry.faults.check;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a hospital is shown of its record.
 *
 * @param receipts by outcomeId
 * @param treatments documents, as they are listed
 * @param export outcomes, as they are exported
 * @param histories of some treatments, by treatmentId: every revision that was received; none of one that is not known
 * @param quarantine entries, as they are listed
 * @param merges and undoings, as they are listed
 * @param erasures as they are listed
 */
public record FoundRecord(
        Map<String, JsonNode> receipts,
        List<JsonNode> treatments,
        List<JsonNode> export,
        Map<String, List<JsonNode>> histories,
        List<JsonNode> quarantine,
        List<JsonNode> merges,
        List<JsonNode> erasures) {

    /** With other receipts. */
    public FoundRecord withReceipts(Map<String, JsonNode> others) {
        return new FoundRecord(others, treatments, export, histories, quarantine, merges, erasures);
    }

    /** With other treatments. */
    public FoundRecord withTreatments(List<JsonNode> others) {
        return new FoundRecord(receipts, others, export, histories, quarantine, merges, erasures);
    }
}
