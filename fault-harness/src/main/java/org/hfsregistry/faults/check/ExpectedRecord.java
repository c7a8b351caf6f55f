package org.hfsregistry.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has to be registered of a hospital after all its rows were acknowledged: of each outcome the highest revision, unless it
 * was retracted.
 *
 * @param counting by outcomeId
 * @param reported all outcomeIds
 * @param contradictions of outcomes that end at that revision and are not retracted: they have to be in quarantine
 * @param contradicted all that may be in quarantine
 */
public record ExpectedRecord(
        Map<String, Counting> counting,
        Set<String> reported,
        Set<String> retracted,
        Set<String> contradictions,
        Set<String> contradicted) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * An outcome that counts.
     *
     * @param treatmentId empty for what is said of the hospital itself
     */
    public record Counting(int revision, String treatmentId, JsonNode said) {}

    /** Reckons it from the rows alone, in whatever order. */
    public static ExpectedRecord of(List<ReportedRow> rows) {
        Map<String, ReportedRow> highest = new HashMap<>();
        Set<String> reported = new HashSet<>();
        Set<String> retracted = new HashSet<>();
        for (ReportedRow row : rows) {
            reported.add(row.outcomeId());
            switch (row.kind()) {
                case REPORT, PROFILE ->
                    highest.merge(row.about(), row, (one, other) -> one.revision() >= other.revision() ? one : other);
                case RETRACTION -> retracted.add(row.about());
                case CONTRADICTION -> {}
            }
        }
        Map<String, Counting> counting = new LinkedHashMap<>();
        highest.forEach((outcomeId, row) -> {
            if (!retracted.contains(outcomeId)) {
                JsonNode said = JSON.readTree(row.json());
                counting.put(
                        outcomeId,
                        new Counting(row.revision(), said.path("treatmentId").asString(), said));
            }
        });
        List<ReportedRow> contradictions =
                rows.stream().filter(row -> row.kind() == Kind.CONTRADICTION).toList();
        return new ExpectedRecord(
                counting,
                reported,
                retracted,
                contradictions.stream()
                        .filter(row -> counting.containsKey(row.about())
                                && counting.get(row.about()).revision() == row.revision())
                        .map(ReportedRow::outcomeId)
                        .collect(Collectors.toSet()),
                contradictions.stream().map(ReportedRow::outcomeId).collect(Collectors.toSet()));
    }
}
