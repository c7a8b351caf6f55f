package org.hfsregistry.analytics.treatment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.jspecify.annotations.Nullable;

/**
 * What was found and done in an operation. It exists so that several reports that say different things give one answer:
 * each field is taken from the report that gives it and was submitted last, then has the larger outcomeId.
 *
 * @param vessels that pressed on the nerve; none where none was named
 */
public record Findings(List<Vessel> vessels, Optional<Boolean> repeatOperation) {

    static Findings of(List<Reported<TreatmentOutcome>> outcomes) {
        List<OperationDescription> newestFirst = outcomes.stream()
                .sorted(Comparator.<Reported<TreatmentOutcome>, Instant>comparing(Reported::submittedAt)
                        .thenComparing(reported -> reported.outcome().outcomeId())
                        .reversed())
                .flatMap(reported -> Stream.ofNullable(description(reported.outcome())))
                .toList();
        return new Findings(
                newestFirst.stream()
                        .map(OperationDescription::vessels)
                        .filter(vessels -> !vessels.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                newestFirst.stream()
                        .flatMap(description -> Stream.ofNullable(description.repeatOperation()))
                        .findFirst());
    }

    private static @Nullable OperationDescription description(TreatmentOutcome outcome) {
        return outcome instanceof MvdOutcome mvd ? mvd.operation() : null;
    }
}
