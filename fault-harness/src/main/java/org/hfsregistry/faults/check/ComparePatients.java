package org.hfsregistry.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.load.Acknowledged;
import org.hfsregistry.faults.load.Acknowledged.Taken;
import org.hfsregistry.faults.load.Said;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds how what was merged, parted and erased differs from what was asked for. Of a request that was not answered one more may
 * have been kept for each time that it was sent.
 */
final class ComparePatients {

    private final String hospital;
    private final Acknowledged acknowledged;
    private final ExpectedRecord expected;
    private final FoundRecord found;
    private final List<Violation> violations = new ArrayList<>();

    private ComparePatients(String hospital, Acknowledged acknowledged, ExpectedRecord expected, FoundRecord found) {
        this.hospital = hospital;
        this.acknowledged = acknowledged;
        this.expected = expected;
        this.found = found;
    }

    /** Every difference. */
    static List<Violation> of(String hospital, Acknowledged acknowledged, ExpectedRecord expected, FoundRecord found) {
        ComparePatients compared = new ComparePatients(hospital, acknowledged, expected, found);
        compared.listed(found.merges(), taken -> !(taken.asked() instanceof Said.Erasure));
        compared.listed(found.erasures(), taken -> taken.asked() instanceof Said.Erasure);
        compared.standing();
        compared.order();
        compared.nothingOfTheErased();
        compared.refusals();
        compared.mergesInHistories();
        return compared.violations;
    }

    private void violated(What what, String where) {
        violations.add(new Violation(what, hospital, where));
    }

    /** What was taken is told to be carried out, and nothing that was not asked for is. */
    private void listed(List<JsonNode> listed, Predicate<Taken> which) {
        Set<String> ids =
                listed.stream().map(each -> each.path("id").asString()).collect(Collectors.toSet());
        List<Taken> taken = acknowledged.taken().stream().filter(which).toList();
        int most = 0;
        for (Taken each : taken) {
            most += each.id().isPresent() ? 1 + each.unanswered() : each.unanswered();
            if (each.id().isPresent() && !ids.contains(each.id().get())) {
                violated(What.LOST, "%s is not told to be carried out".formatted(each));
            }
        }
        if (listed.size() < taken.size() || listed.size() > most) {
            violated(
                    listed.size() < taken.size() ? What.LOST : What.NOT_TO_BE_THERE,
                    "%d to %d were asked for, and there are %s".formatted(taken.size(), most, listed));
        }
    }

    private void standing() {
        Map<String, String> standing = new HashMap<>();
        found.merges().stream()
                .filter(merge -> merge.path("state").asString().equals("standing"))
                .forEach(merge -> standing.put(
                        merge.path("mergedPatientId").asString(),
                        merge.path("patientId").asString()));
        Map<String, String> toStand = new HashMap<>();
        expected.persons().standing().forEach((merged, staying) -> toStand.put(pseudonym(merged), pseudonym(staying)));
        if (!standing.equals(toStand)) {
            violated(What.OTHER_PATIENT, "merged are %s and not %s".formatted(standing, toStand));
        }
    }

    private String pseudonym(String patientId) {
        return acknowledged.pseudonyms().getOrDefault(patientId, patientId);
    }

    /** What counts stands in the log between what the registry took before and after it. */
    private void order() {
        List<Taken> placed = acknowledged.taken().stream()
                .filter(each -> each.id().isPresent())
                .toList();
        Place last = new Place(-1, -1);
        for (Taken each : placed) {
            Place place = Place.of(each);
            if (last.partition() >= 0 && !last.isBefore(place)) {
                violated(What.OTHER_ORDER, "%s is at %s, after %s".formatted(each, place, last));
            }
            last = place;
        }
        expected.counting()
                .forEach(
                        (outcomeId, counting) -> Place.counting(found.receipts().get(outcomeId))
                                .ifPresent(counts -> order(outcomeId, counting.at(), counts, placed)));
    }

    private void order(String outcomeId, int at, Place counts, List<Taken> placed) {
        placed.stream()
                .filter(each -> each.at() < at ? !Place.of(each).isBefore(counts) : !counts.isBefore(Place.of(each)))
                .forEach(each -> violated(
                        What.OTHER_ORDER,
                        "%s counts from %s, which is on the other side of %s".formatted(outcomeId, counts, each)));
    }

    private void nothingOfTheErased() {
        Set<String> pseudonyms = expected.persons().erased().stream()
                .flatMap(patientId ->
                        Optional.ofNullable(acknowledged.pseudonyms().get(patientId)).stream())
                .collect(Collectors.toSet());
        Stream.of(
                        found.treatments(),
                        found.export(),
                        found.quarantine(),
                        found.merges(),
                        found.erasures(),
                        found.receipts().values(),
                        found.histories().values().stream()
                                .flatMap(List::stream)
                                .toList())
                .flatMap(all -> all.stream())
                .map(JsonNode::toString)
                .filter(text -> pseudonyms.stream().anyMatch(text::contains))
                .forEach(text -> violated(What.NOT_ERASED, text));
        found.histories()
                .forEach((treatmentId, arrivals) -> arrivals.stream()
                        .filter(arrival -> expected.erased()
                                .outcomes()
                                .contains(arrival.path("outcomeId").asString()))
                        .forEach(arrival ->
                                violated(What.NOT_ERASED, "in the history of %s: %s".formatted(treatmentId, arrival))));
        found.quarantine().stream()
                .filter(entry -> entry.path("code").asString().equals("PATIENT_ERASED") && entry.has("outcome"))
                .forEach(entry -> violated(What.NOT_ERASED, "in quarantine: " + entry));
    }

    /** What comes of an erased patient is refused, and its hospital is told why; what comes of another under its ids is kept. */
    private void refusals() {
        toldInQuarantine("PATIENT_ERASED", _ -> true, expected.erased().refused());
        toldInQuarantine(
                "ID_OF_ERASED", entry -> entry.has("outcome"), expected.erased().anothers());
        for (String outcomeId : expected.erased().outcomes()) {
            @Nullable JsonNode receipt = found.receipts().get(outcomeId);
            if (receipt == null) {
                continue;
            }
            boolean retracted = receipt.path("status").asString().equals("retracted");
            boolean refused = receipt.path("status").asString().equals("quarantined")
                    && receipt.path("reason").asString().contains("the patient was erased");
            if (receipt.has("counts") || !(retracted || refused)) {
                violated(What.NOT_ERASED, "%s: %s".formatted(outcomeId, receipt));
            }
            if (!refused && isToldLast(outcomeId)) {
                violated(What.LOST, "that %s was refused, its receipt says %s".formatted(outcomeId, receipt));
            }
        }
    }

    private void toldInQuarantine(String code, Predicate<JsonNode> which, Set<String> outcomeIds) {
        Set<String> told = found.quarantine().stream()
                .filter(entry -> entry.path("code").asString().equals(code))
                .filter(which)
                .map(entry -> entry.path("outcomeId").asString())
                .collect(Collectors.toSet());
        outcomeIds.stream()
                .filter(outcomeId -> !told.contains(outcomeId))
                .forEach(outcomeId -> violated(What.LOST, "%s of %s in quarantine".formatted(code, outcomeId)));
    }

    /** An outcome that was retracted is told to be so, whatever came of it afterwards. */
    private boolean isToldLast(String outcomeId) {
        return expected.erased().refused().contains(outcomeId)
                && !expected.retracted().contains(outcomeId);
    }

    /** A treatment that comes under another id than it was reported under tells in its history why. */
    private void mergesInHistories() {
        expected.counting().forEach((outcomeId, counting) -> {
            @Nullable List<JsonNode> history = found.histories().get(counting.treatmentId());
            String person = expected.persons().of(counting.patientId());
            if (history != null
                    && !person.equals(counting.patientId())
                    && wasThereWhenMerged(counting)
                    && history.stream().noneMatch(arrival -> arrival.has("merge"))) {
                violated(
                        What.LOST, "the merge of %s in the history of %s".formatted(outcomeId, counting.treatmentId()));
            }
        });
    }

    private boolean wasThereWhenMerged(ExpectedRecord.Counting counting) {
        return acknowledged.taken().stream()
                .anyMatch(taken -> taken.at() > counting.at()
                        && taken.asked() instanceof Said.Merge(String _, String merged)
                        && merged.equals(counting.patientId()));
    }

    /** Where something stands in the log. Of a hospital all of it is in one partition. */
    private record Place(int partition, long offset) {
        static Place of(Taken taken) {
            String[] id = taken.id().orElseThrow().split("-", 2);
            return new Place(Integer.parseInt(id[0]), Long.parseLong(id[1]));
        }

        static Optional<Place> counting(@Nullable JsonNode receipt) {
            return Optional.ofNullable(receipt)
                    .map(told -> told.path("counts").path("position"))
                    .filter(JsonNode::isObject)
                    .map(position -> new Place(
                            position.path("partition").asInt(),
                            position.path("offset").asLong()));
        }

        boolean isBefore(Place other) {
            return partition == other.partition && offset < other.offset;
        }
    }
}
