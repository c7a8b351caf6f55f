package org.hfsregistry.analytics.population;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of what is told beside the spasm and its relief, over documents, word by word.
 *
 * @param treatments of one hospital, each as it is now
 */
public record StraightforwardClinical(List<TreatmentDocument> treatments) {

    /** A score before and one after. */
    public record Pair(double before, double after) {}

    /** A course of a medication: response, whether it was stopped, why, and its side effects. */
    public record Course(String response, boolean stopped, Optional<String> because, Set<String> effects) {}

    /** Treatments of a kind. */
    public List<TreatmentDocument> ofKind(TreatmentKind kind) {
        return treatments.stream()
                .filter(treatment -> treatment.kind().equals(Optional.of(kind)))
                .toList();
    }

    /** Operations with a complication of the kind in any report. */
    public long complicated(Complication.Kind kind) {
        return ofKind(TreatmentKind.MVD).stream()
                .filter(operation -> !naming(operation, kind).isEmpty())
                .count();
    }

    /** Operations with any of the kinds for good: the last report of the kind says so. */
    public long permanently(Complication.Kind... kinds) {
        return ofKind(TreatmentKind.MVD).stream()
                .filter(operation -> Stream.of(kinds).anyMatch(kind -> {
                    List<MvdOutcome> naming = naming(operation, kind);
                    return !naming.isEmpty()
                            && naming.getLast()
                                    .complications()
                                    .contains(new Complication(kind, Complication.Course.PERMANENT));
                }))
                .count();
    }

    private static List<MvdOutcome> naming(TreatmentDocument operation, Complication.Kind kind) {
        return outcomes(operation, MvdOutcome.class, MvdOutcome::assessedOn)
                .filter(outcome ->
                        outcome.complications().stream().anyMatch(complication -> complication.kind() == kind))
                .toList();
    }

    /** Courses of medication. */
    public List<Course> courses() {
        return ofKind(TreatmentKind.MEDICATION).stream()
                .map(treatment -> {
                    List<MedicationResponse> reports = outcomes(
                                    treatment, MedicationResponse.class, MedicationResponse::assessedOn)
                            .toList();
                    Set<String> effects = new HashSet<>();
                    reports.forEach(report -> report.sideEffects().forEach(effect -> effects.add(effect.code())));
                    return new Course(
                            reports.getLast().response().code(),
                            reports.stream()
                                    .anyMatch(report -> report.stoppedOn() != null || report.stoppedBecause() != null),
                            reports.stream()
                                    .flatMap(report -> Stream.ofNullable(report.stoppedBecause()))
                                    .reduce((_, later) -> later)
                                    .map(Code::code),
                            effects);
                })
                .toList();
    }

    /** Scores before and after treatments of a kind. */
    public List<Pair> pairs(TreatmentKind kind, Instrument instrument) {
        return ofKind(kind).stream()
                .flatMap(treatment -> {
                    Optional<Double> before = submitted(treatment)
                            .flatMap(outcome -> person(outcome).stream())
                            .flatMap(person -> score(person.baselineQualityOfLife(), instrument))
                            .reduce((_, later) -> later);
                    Optional<Double> after = kind == TreatmentKind.MVD
                            ? afterOperation(treatment, instrument)
                            : afterInjection(treatment, instrument);
                    return before.isPresent() && after.isPresent()
                            ? Stream.of(new Pair(before.get(), after.get()))
                            : Stream.empty();
                })
                .toList();
    }

    private static Optional<Double> afterOperation(TreatmentDocument operation, Instrument instrument) {
        return outcomes(operation, MvdOutcome.class, MvdOutcome::assessedOn)
                .filter(outcome ->
                        score(outcome.qualityOfLife(), instrument).findAny().isPresent())
                .filter(outcome ->
                        after(operation, outcome.assessedOn()) >= 270 && after(operation, outcome.assessedOn()) <= 545)
                .reduce((best, later) -> Math.abs(after(operation, later.assessedOn()) - 365)
                                <= Math.abs(after(operation, best.assessedOn()) - 365)
                        ? later
                        : best)
                .flatMap(outcome -> score(outcome.qualityOfLife(), instrument).findAny());
    }

    private static Optional<Double> afterInjection(TreatmentDocument session, Instrument instrument) {
        return outcomes(session, BotoxRelief.class, report -> last(report).orElse(LocalDate.MIN))
                .filter(report ->
                        score(report.qualityOfLife(), instrument).findAny().isPresent())
                .filter(report -> last(report)
                        .filter(day -> after(session, day) < 28 || after(session, day) > 90)
                        .isEmpty())
                .reduce((_, later) -> later)
                .flatMap(report -> score(report.qualityOfLife(), instrument).findAny());
    }

    private static Optional<LocalDate> last(BotoxRelief report) {
        return Optional.ofNullable(report.reliefEndedOn()).or(() -> Optional.ofNullable(report.stillRelievedOn()));
    }

    /** How many patients of a kind of treatment have each value of a trait, by their latest treatment of that kind. */
    public Map<String, Integer> patients(TreatmentKind kind, Function<TreatmentDocument, List<String>> trait) {
        Map<String, Integer> counts = new TreeMap<>();
        latest(kind)
                .forEach(treatment -> trait.apply(treatment).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }

    /** The latest treatment of each patient; none of those who have two of that kind on one day. */
    public List<TreatmentDocument> latest(TreatmentKind kind) {
        return ofKind(kind).stream()
                .filter(treatment -> ofKind(kind).stream()
                        .filter(other -> other.patientId().equals(treatment.patientId()))
                        .noneMatch(other -> day(other).isAfter(day(treatment))))
                .toList();
    }

    /** What a treatment's reports say of the patient, else those of the latest other one that do. */
    public <T> Optional<T> said(TreatmentDocument treatment, Function<PatientDescription, @Nullable T> field) {
        return reported(treatment, field)
                .or(() -> treatments.stream()
                        .filter(other -> other.patientId().equals(treatment.patientId()))
                        .filter(other -> reported(other, field).isPresent())
                        .max(Comparator.comparing(StraightforwardClinical::day))
                        .flatMap(other -> reported(other, field)));
    }

    /** Whether no two treatments of a patient are on a day, so that each has a place among the others. */
    public boolean isOrdered() {
        return treatments.stream()
                .filter(treatment -> treatment.patientId().isPresent())
                .allMatch(treatment -> treatments.stream()
                                .filter(other -> other.patientId().equals(treatment.patientId()))
                                .filter(other -> other.treatedOn().equals(treatment.treatedOn()))
                                .count()
                        == 1);
    }

    /** What the report submitted last that gives something gives. */
    private static <T> Optional<T> reported(
            TreatmentDocument treatment, Function<PatientDescription, @Nullable T> field) {
        return submitted(treatment)
                .flatMap(outcome -> person(outcome).stream())
                .flatMap(person -> Stream.ofNullable(field.apply(person)))
                .reduce((_, later) -> later);
    }

    /** The day of a treatment. */
    public static LocalDate day(TreatmentDocument treatment) {
        return treatment.treatedOn().orElseThrow();
    }

    private static long after(TreatmentDocument treatment, LocalDate day) {
        return DAYS.between(day(treatment), day);
    }

    private static Optional<PatientDescription> person(TreatmentOutcome outcome) {
        return switch (outcome) {
            case MvdOutcome mvd -> Optional.ofNullable(mvd.patient());
            case BotoxRelief botox -> Optional.ofNullable(botox.patient());
            default -> Optional.empty();
        };
    }

    private static Stream<Double> score(@Nullable QualityOfLife measured, Instrument instrument) {
        return measured == null || measured.instrument() != instrument ? Stream.empty() : Stream.of(measured.score());
    }

    private static Stream<TreatmentOutcome> submitted(TreatmentDocument treatment) {
        return treatment.outcomes().stream()
                .sorted(Comparator.comparing((Reported<TreatmentOutcome> reported) -> reported.submittedAt())
                        .thenComparing(reported -> reported.outcome().outcomeId()))
                .map(Reported::outcome);
    }

    private static <O> Stream<O> outcomes(TreatmentDocument treatment, Class<O> type, Function<O, LocalDate> day) {
        return submitted(treatment).filter(type::isInstance).map(type::cast).collect(Collectors.toList()).stream()
                .sorted(Comparator.comparing(day));
    }
}
