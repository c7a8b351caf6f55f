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
import org.hfsregistry.faults.check.CompareNumbers;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows of a run that it could have failed: what was found is compared again with a reckoning that was spoilt on purpose, and the
 * comparison has to say so. Only what proves the record is not tried here: its own tests alter records.
 */
final class SelfCheck {

    private SelfCheck() {}

    /** The kinds of violation that a spoilt reckoning of this run does not bring up; none, where the comparison works. */
    static Set<What> of(
            Map<String, Acknowledged> acknowledged,
            Map<String, FoundRecord> found,
            Map<String, Map<String, JsonNode>> numbers) {
        Set<What> missed = EnumSet.complementOf(EnumSet.of(What.NOT_PROVED));
        found.forEach((hospital, there) -> {
            Acknowledged its = Objects.requireNonNull(acknowledged.get(hospital));
            Kinds kinds = new Kinds(hospital, its);
            List<ReportedRow> some = counting(its.said());
            ReportedRow one = some.getFirst();
            ExpectedRecord whole = ExpectedRecord.of(its.said());
            missed.removeAll(kinds.of(ExpectedRecord.of(withoutAny(its.said(), one)), there, What.NOT_TO_BE_THERE));
            missed.removeAll(kinds.of(whole, without(there, one), What.LOST));
            missed.removeAll(kinds.of(whole, doubled(there), What.DOUBLED));
            missed.removeAll(kinds.of(whole, elsewhere(there, one), What.OTHER_ORDER));
            if (some.stream()
                    .map(row -> ExpectedRecord.of(withoutAny(its.said(), row)))
                    .anyMatch(spoilt -> isNoticed(hospital, spoilt, numbers))) {
                missed.remove(What.OTHER_NUMBER);
            }
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

    private static boolean isNoticed(
            String hospital, ExpectedRecord spoilt, Map<String, Map<String, JsonNode>> numbers) {
        return !CompareNumbers.withTheRows(hospital, spoilt, Objects.requireNonNull(numbers.get(hospital)))
                .isEmpty();
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

    /** As if it counted from another partition than all that the hospital asked for. */
    private static FoundRecord elsewhere(FoundRecord found, ReportedRow moved) {
        Map<String, JsonNode> receipts = new HashMap<>(found.receipts());
        receipts.computeIfPresent(moved.about(), (_, receipt) -> {
            JsonNode copy = receipt.deepCopy();
            if (copy.path("counts").path("position") instanceof ObjectNode position) {
                position.put("partition", position.path("partition").asInt() + 1);
            }
            return copy;
        });
        return found.withReceipts(receipts);
    }

    private static FoundRecord doubled(FoundRecord found) {
        List<JsonNode> treatments = new ArrayList<>(found.treatments());
        treatments.add(treatments.getFirst());
        return found.withTreatments(treatments);
    }
}
