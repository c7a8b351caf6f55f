package org.hfsregistry.faults.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.faults.check.CompareRecords;
import org.hfsregistry.faults.check.ExpectedRecord;
import org.hfsregistry.faults.check.FoundRecord;
import org.hfsregistry.faults.check.Violation;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.load.ReportedRow;
import tools.jackson.databind.JsonNode;

/**
 * Shows of a run that it could have failed: what was found is compared again with a reckoning that was spoilt on purpose, and the
 * comparison has to say so.
 */
final class SelfCheck {

    private SelfCheck() {}

    /** The kinds of violation that a spoilt reckoning of this run does not bring up; none, where the comparison works. */
    static Set<What> of(Map<String, List<ReportedRow>> rows, Map<String, FoundRecord> found) {
        Set<What> missed = EnumSet.of(What.LOST, What.DOUBLED, What.NOT_TO_BE_THERE);
        rows.forEach((hospital, its) -> {
            FoundRecord there = found.getOrDefault(hospital, new FoundRecord(Map.of(), List.of(), Map.of(), Set.of()));
            ReportedRow some = counting(its);
            ExpectedRecord whole = ExpectedRecord.of(its);
            missed.removeAll(kinds(hospital, ExpectedRecord.of(withoutAny(its, some)), there, What.NOT_TO_BE_THERE));
            missed.removeAll(kinds(hospital, whole, without(there, some), What.LOST));
            missed.removeAll(kinds(hospital, whole, doubled(there), What.DOUBLED));
        });
        return missed;
    }

    private static ReportedRow counting(List<ReportedRow> rows) {
        Set<String> counting = ExpectedRecord.of(rows).counting().keySet();
        return rows.stream()
                .filter(row -> row.kind() == ReportedRow.Kind.REPORT && counting.contains(row.about()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<What> kinds(String hospital, ExpectedRecord expected, FoundRecord found, What sought) {
        return CompareRecords.of(hospital, expected, found).stream()
                .map(Violation::what)
                .filter(what -> what == sought)
                .collect(Collectors.toSet());
    }

    private static List<ReportedRow> withoutAny(List<ReportedRow> rows, ReportedRow leftOut) {
        return rows.stream().filter(row -> !row.about().equals(leftOut.about())).toList();
    }

    private static FoundRecord without(FoundRecord found, ReportedRow lost) {
        Map<String, JsonNode> receipts = new HashMap<>(found.receipts());
        receipts.remove(lost.about());
        return new FoundRecord(receipts, found.treatments(), found.histories(), found.quarantined());
    }

    private static FoundRecord doubled(FoundRecord found) {
        List<JsonNode> treatments = new ArrayList<>(found.treatments());
        treatments.add(treatments.getFirst());
        return new FoundRecord(found.receipts(), treatments, found.histories(), found.quarantined());
    }
}
