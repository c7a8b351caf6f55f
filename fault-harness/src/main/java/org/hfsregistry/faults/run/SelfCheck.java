package org.hfsregistry.faults.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.faults.check.CompareRecords;
import org.hfsregistry.faults.check.ExpectedRecord;
import org.hfsregistry.faults.check.FoundRecord;
import org.hfsregistry.faults.check.Violation;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.load.Acknowledged;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows of a run that it could have failed: what was found is compared again with a reckoning that was spoilt on purpose, and the
 * comparison has to say so.
 */
final class SelfCheck {

    private SelfCheck() {}

    /** The kinds of violation that a spoilt reckoning of this run does not bring up; none, where the comparison works. */
    static Set<What> of(Map<String, Acknowledged> acknowledged, Map<String, FoundRecord> found) {
        Set<What> missed =
                EnumSet.of(What.LOST, What.DOUBLED, What.NOT_TO_BE_THERE, What.NOT_ERASED, What.OTHER_PATIENT);
        found.forEach((hospital, there) -> {
            Acknowledged its = Objects.requireNonNull(acknowledged.get(hospital));
            Kinds kinds = new Kinds(hospital, its);
            List<ReportedRow> some = counting(its.said());
            ReportedRow one = some.getFirst();
            ExpectedRecord whole = ExpectedRecord.of(its.said());
            missed.removeAll(kinds.of(ExpectedRecord.of(withoutAny(its.said(), one)), there, What.NOT_TO_BE_THERE));
            missed.removeAll(kinds.of(whole, without(there, one), What.LOST));
            missed.removeAll(kinds.of(whole, doubled(there), What.DOUBLED));
            Said.Erasure erased = new Said.Erasure(patientOf(one));
            missed.removeAll(kinds.of(ExpectedRecord.of(with(its.said(), erased)), there, What.NOT_ERASED));
            some.stream()
                    .map(SelfCheck::patientOf)
                    .filter(other -> !whole.person(other).equals(whole.person(patientOf(one))))
                    .findFirst()
                    .map(other -> new Said.Merge(patientOf(one), other))
                    .ifPresent(merged -> missed.removeAll(
                            kinds.of(ExpectedRecord.of(with(its.said(), merged)), there, What.OTHER_PATIENT)));
        });
        return missed;
    }

    /** The reports that count. */
    private static List<ReportedRow> counting(List<Said> said) {
        Set<String> counting = ExpectedRecord.of(said).counting().keySet();
        return said.stream()
                .filter(ReportedRow.class::isInstance)
                .map(ReportedRow.class::cast)
                .filter(row -> row.kind() == ReportedRow.Kind.REPORT && counting.contains(row.about()))
                .toList();
    }

    private static String patientOf(ReportedRow row) {
        return JsonMapper.shared().readTree(row.json()).path("patientId").asString();
    }

    private static List<Said> withoutAny(List<Said> said, ReportedRow leftOut) {
        return said.stream()
                .filter(each -> !(each instanceof ReportedRow row && row.about().equals(leftOut.about())))
                .toList();
    }

    private static List<Said> with(List<Said> said, Said more) {
        return Stream.concat(said.stream(), Stream.of(more)).toList();
    }

    private record Kinds(String hospital, Acknowledged acknowledged) {
        Set<What> of(ExpectedRecord expected, FoundRecord found, What sought) {
            return CompareRecords.of(hospital, acknowledged, expected, found).stream()
                    .map(Violation::what)
                    .filter(what -> what == sought)
                    .collect(Collectors.toSet());
        }
    }

    private static FoundRecord without(FoundRecord found, ReportedRow lost) {
        Map<String, JsonNode> receipts = new HashMap<>(found.receipts());
        receipts.remove(lost.about());
        return found.withReceipts(receipts);
    }

    private static FoundRecord doubled(FoundRecord found) {
        List<JsonNode> treatments = new ArrayList<>(found.treatments());
        treatments.add(treatments.getFirst());
        return found.withTreatments(treatments);
    }
}
