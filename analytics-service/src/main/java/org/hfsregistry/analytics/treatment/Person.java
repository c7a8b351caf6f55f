package org.hfsregistry.analytics.treatment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;

/**
 * What is known of the patient beside the outcome. It exists so that several reports that say different things give one
 * answer: each field is taken from the report that gives it and was submitted last, then has the larger outcomeId.
 */
public record Person(
        OptionalInt birthYear,
        Optional<Sex> sex,
        Optional<Etiology> etiology,
        OptionalInt spasmOnsetYear,
        List<Trigger> triggers) {

    /** Takes a copy. */
    public Person {
        triggers = List.copyOf(triggers);
    }

    static Person of(List<Reported<TreatmentOutcome>> outcomes) {
        List<PatientDescription> newestFirst = outcomes.stream()
                .sorted(Comparator.<Reported<TreatmentOutcome>, Instant>comparing(Reported::submittedAt)
                        .thenComparing(reported -> reported.outcome().outcomeId())
                        .reversed())
                .flatMap(reported -> description(reported.outcome()))
                .toList();
        return new Person(
                year(newestFirst, description -> Optional.ofNullable(description.birthYear())),
                first(newestFirst, description -> Optional.ofNullable(description.sex())),
                first(newestFirst, description -> Optional.ofNullable(description.etiology())),
                year(newestFirst, description -> Optional.ofNullable(description.spasmOnsetYear())),
                newestFirst.stream()
                        .map(PatientDescription::triggers)
                        .filter(triggers -> !triggers.isEmpty())
                        .findFirst()
                        .orElse(List.of()));
    }

    private static Stream<PatientDescription> description(TreatmentOutcome outcome) {
        return switch (outcome) {
            case MvdOutcome mvd -> Stream.ofNullable(mvd.patient());
            case BotoxRelief botox -> Stream.ofNullable(botox.patient());
            case MvdRecurrence none -> Stream.empty();
            case MedicationResponse none -> Stream.empty();
            case FollowUpEnded none -> Stream.empty();
        };
    }

    private static OptionalInt year(
            List<PatientDescription> descriptions, Function<PatientDescription, Optional<Integer>> field) {
        return first(descriptions, field).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static <T> Optional<T> first(
            List<PatientDescription> descriptions, Function<PatientDescription, Optional<T>> field) {
        return descriptions.stream()
                .flatMap(description -> field.apply(description).stream())
                .findFirst();
    }
}
