package org.hfsregistry.local.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.local.sample.Row;

/**
 * What a hospital reports of treatments of one outcome each, with corrections before and after what they correct,
 * repetitions and retractions; and what its numbers are, from the rows alone.
 */
record ReportedTreatments(List<Reported> rows) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2018, 1, 1);

    /**
     * A row.
     *
     * @param about the outcome that it reports, corrects or takes back
     * @param good whether the operation succeeded, or the injection gave relief
     */
    record Reported(String about, int revision, Kind kind, boolean good, String json) {}

    /** What a row says something about. */
    enum Kind {
        OPERATION,
        INJECTION,
        RETRACTION
    }

    /** The numbers of a hospital: how many, and how many of them good. */
    record Numbers(int operations, int successes, int injections, int responders) {}

    static ReportedTreatments drawn(int treatments, SplittableRandom random) {
        Map<Double, Reported> byMoment = new HashMap<>();
        for (int treatment = 0; treatment < treatments; treatment++) {
            double moment = random.nextDouble();
            int revisions = 1 + (random.nextInt(10) < 3 ? 1 + random.nextInt(2) : 0);
            List<Reported> ofThis = new ArrayList<>();
            for (int revision = 1; revision <= revisions; revision++) {
                ofThis.add(outcome(treatment, revision, random.nextInt(10) < 7));
            }
            if (random.nextInt(10) < 2) {
                ofThis.add(ofThis.get(random.nextInt(ofThis.size())));
            }
            double last = moment;
            for (Reported row : ofThis) {
                double at = moment + (1 - moment) * random.nextDouble();
                byMoment.put(at, row);
                last = Math.max(last, at);
            }
            if (random.nextInt(10) == 0) {
                byMoment.put(last + (1 - last) * random.nextDouble(), retraction(ofThis.getFirst()));
            }
        }
        return new ReportedTreatments(byMoment.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static Reported outcome(int treatment, int revision, boolean good) {
        Kind kind = treatment % 3 == 0 ? Kind.INJECTION : Kind.OPERATION;
        String id = "t-%04d".formatted(treatment);
        LocalDate treatedOn = FIRST_DAY.plusDays(treatment);
        Row row = Row.of(kind == Kind.OPERATION ? "mvd-outcome" : "botox-relief", id + "-outcome")
                .with("revision", revision)
                .with("patientId", "patient-" + id)
                .with("treatmentId", id)
                .with("side", "left")
                .with("treatedOn", treatedOn);
        if (kind == Kind.OPERATION) {
            row.with("assessedOn", treatedOn.plusDays(365)).with("spasmGrade", good ? SpasmGrade.E0 : SpasmGrade.E2);
        } else {
            row.with("injectionNumber", 1).with("product", Product.ONABOTULINUM);
            row.with("doseUnits", 20).with("responded", good);
            if (good) {
                row.with("reliefEndedOn", treatedOn.plusDays(60 + treatment % 60));
            }
        }
        return new Reported(id + "-outcome", revision, kind, good, row.json());
    }

    private static Reported retraction(Reported retracted) {
        String json = Row.of("retraction", retracted.about() + "-retraction")
                .with("retracts", retracted.about())
                .with("reason", "reported for the wrong patient")
                .json();
        return new Reported(retracted.about(), 1, Kind.RETRACTION, false, json);
    }

    /** The ids of all outcomes, retractions too. */
    Set<String> outcomeIds() {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.about() + (row.kind() == Kind.RETRACTION ? "-retraction" : "")));
        return ids;
    }

    /** The highest revision of each outcome counts, unless it is taken back. */
    Numbers numbers() {
        Map<String, Reported> latest = new HashMap<>();
        for (Reported row : rows) {
            if (row.kind() != Kind.RETRACTION) {
                latest.merge(row.about(), row, (one, other) -> one.revision() >= other.revision() ? one : other);
            }
        }
        rows.stream().filter(row -> row.kind() == Kind.RETRACTION).forEach(row -> latest.remove(row.about()));
        return new Numbers(
                count(latest, Kind.OPERATION, false),
                count(latest, Kind.OPERATION, true),
                count(latest, Kind.INJECTION, false),
                count(latest, Kind.INJECTION, true));
    }

    private static int count(Map<String, Reported> latest, Kind kind, boolean goodOnly) {
        return (int) latest.values().stream()
                .filter(row -> row.kind() == kind && (row.good() || !goodOnly))
                .count();
    }
}
