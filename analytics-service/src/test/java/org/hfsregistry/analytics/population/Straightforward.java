package org.hfsregistry.analytics.population;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;

/**
 * The definitions over documents, word by word and one document after the other, without a column, an index or anything
 * kept from before. What the columns answer is compared with this.
 *
 * @param treatments of one hospital, each as it is now
 */
public record Straightforward(List<TreatmentDocument> treatments) {

    /** Success as counts. */
    public record Success(int n, int successes, int operations, int due, int dueAssessed, int dueSuccesses) {}

    /** How long somebody was followed, and why no longer: 0 censored, 1 the event, 2 the competing one. */
    public record Followed(long days, int cause) {}

    /** Days from each treatment of a kind to the earliest submission of what counts. */
    public List<Followed> submitted(TreatmentKind kind) {
        return treatments.stream()
                .filter(treatment -> treatment.kind().equals(Optional.of(kind)))
                .map(treatment -> new Followed(
                        DAYS.between(
                                day(treatment),
                                treatment.outcomes().stream()
                                        .map(Reported::submittedAt)
                                        .min(Comparator.naturalOrder())
                                        .orElseThrow()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate()),
                        1))
                .toList();
    }

    /** Success by grades of E, at 365 or 90. */
    public Success success(int at, LocalDate dataDate, Predicate<SpasmGrade> success) {
        return count(at, dataDate, outcome -> Optional.of(success.test(outcome.spasmGrade())));
    }

    /** Success by T up to a total; an assessment without C says nothing of T. */
    public Success totalSuccess(int at, LocalDate dataDate, int upTo) {
        return count(
                at,
                dataDate,
                outcome -> Optional.ofNullable(outcome.complicationGrade())
                        .map(c -> number(outcome.spasmGrade()) + number(c) <= upTo));
    }

    private Success count(int at, LocalDate dataDate, Function<MvdOutcome, Optional<Boolean>> judged) {
        int opens = at == 365 ? 270 : 45;
        int closes = at == 365 ? 545 : 180;
        int[] counts = new int[6];
        for (TreatmentDocument operation : operations()) {
            boolean due = day(operation).plusDays(closes).isBefore(dataDate);
            Optional<Boolean> judgement = assessments(operation)
                    .filter(outcome -> after(operation, outcome) >= opens && after(operation, outcome) <= closes)
                    .min(Comparator.<MvdOutcome>comparingLong(outcome -> Math.abs(after(operation, outcome) - at))
                            .thenComparing(MvdOutcome::assessedOn, Comparator.reverseOrder()))
                    .flatMap(judged);
            counts[0] += judgement.isPresent() ? 1 : 0;
            counts[1] += judgement.orElse(false) ? 1 : 0;
            counts[2]++;
            counts[3] += due ? 1 : 0;
            counts[4] += due && judgement.isPresent() ? 1 : 0;
            counts[5] += due && judgement.orElse(false) ? 1 : 0;
        }
        return new Success(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /** How long it took after each operation until the patient was free of spasm. */
    public List<Followed> timeToRelief() {
        return operations().stream()
                .map(operation -> {
                    LocalDate day = day(operation);
                    Optional<LocalDate> free = assessments(operation)
                            .filter(outcome -> outcome.spasmGrade() == SpasmGrade.E0)
                            .map(MvdOutcome::assessedOn)
                            .min(Comparator.naturalOrder());
                    Optional<LocalDate> competing = competing(operation);
                    if (free.isPresent()
                            && competing.filter(free.get()::isAfter).isEmpty()) {
                        return new Followed(DAYS.between(day, free.get()), 1);
                    }
                    LocalDate last = competing.orElseGet(() -> Stream.concat(
                                    assessments(operation).map(MvdOutcome::assessedOn),
                                    outcomes(operation, FollowUpEnded.class).map(FollowUpEnded::endedOn))
                            .max(Comparator.naturalOrder())
                            .orElse(day));
                    return new Followed(Math.max(0, DAYS.between(day, last)), competing.isPresent() ? 2 : 0);
                })
                .toList();
    }

    /** How long each operation's patient stayed free of spasm. */
    public List<Followed> recurrence(int gap) {
        List<Followed> followed = new ArrayList<>();
        for (TreatmentDocument operation : operations()) {
            Optional<LocalDate> start = assessments(operation)
                    .filter(outcome -> outcome.spasmGrade() == SpasmGrade.E0)
                    .map(MvdOutcome::assessedOn)
                    .min(Comparator.naturalOrder());
            Optional<LocalDate> competing = competing(operation);
            if (start.isPresent() && competing.filter(start.get()::isAfter).isEmpty()) {
                followed.add(followed(operation, start.get(), competing, gap));
            }
        }
        return followed;
    }

    private static Followed followed(
            TreatmentDocument operation, LocalDate start, Optional<LocalDate> competing, int gap) {
        Optional<LocalDate> returned = Stream.concat(
                        outcomes(operation, MvdRecurrence.class)
                                .filter(MvdRecurrence::confirmed)
                                .map(MvdRecurrence::onsetOn),
                        assessments(operation)
                                .filter(outcome ->
                                        outcome.spasmGrade() == SpasmGrade.E2 || outcome.spasmGrade() == SpasmGrade.E3)
                                .map(MvdOutcome::assessedOn))
                .filter(day -> !day.isBefore(start.plusDays(gap)))
                .min(Comparator.naturalOrder());
        if (returned.isPresent() && (competing.isEmpty() || !returned.get().isAfter(competing.get()))) {
            return new Followed(DAYS.between(start, returned.get()), 1);
        }
        if (competing.isPresent()) {
            return new Followed(DAYS.between(start, competing.get()), 2);
        }
        LocalDate last = Stream.concat(
                        assessments(operation).map(MvdOutcome::assessedOn),
                        outcomes(operation, FollowUpEnded.class).map(FollowUpEnded::endedOn))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Followed(DAYS.between(start, last), 0);
    }

    private Optional<LocalDate> competing(TreatmentDocument operation) {
        Stream<LocalDate> again = operations().stream()
                .filter(other -> other.patientId().equals(operation.patientId()))
                .filter(other -> other.side().equals(operation.side()))
                .map(Straightforward::day)
                .filter(day(operation)::isBefore);
        Stream<LocalDate> death = treatments.stream()
                .filter(other -> other.patientId().equals(operation.patientId()))
                .flatMap(other -> outcomes(other, FollowUpEnded.class))
                .filter(end -> end.reason() == FollowUpEnded.Reason.DEATH)
                .map(FollowUpEnded::endedOn);
        return Stream.concat(again, death).min(Comparator.naturalOrder());
    }

    /** What each injection session came to; nothing where it did not help. */
    public List<Optional<Followed>> relief() {
        return ofKind(TreatmentKind.BOTOX).stream()
                .map(session -> outcomes(session, BotoxRelief.class)
                        .max(Comparator.comparing(BotoxRelief::responded)
                                .thenComparing(report -> report.reliefEndedOn() != null)
                                .thenComparing(report -> last(report).orElse(LocalDate.MIN))
                                .thenComparing(BotoxRelief::outcomeId))
                        .flatMap(report -> last(report)
                                .map(day -> new Followed(
                                        DAYS.between(day(session), day), report.reliefEndedOn() == null ? 0 : 1))))
                .toList();
    }

    private static Optional<LocalDate> last(BotoxRelief report) {
        return Optional.ofNullable(report.reliefEndedOn()).or(() -> Optional.ofNullable(report.stillRelievedOn()));
    }

    private List<TreatmentDocument> operations() {
        return ofKind(TreatmentKind.MVD);
    }

    private List<TreatmentDocument> ofKind(TreatmentKind kind) {
        return treatments.stream()
                .filter(treatment -> treatment.kind().equals(Optional.of(kind)))
                .toList();
    }

    /** One a day: the one submitted last, then the one with the larger id. */
    private static Stream<MvdOutcome> assessments(TreatmentDocument operation) {
        return outcomes(operation, MvdOutcome.class)
                .filter(outcome -> operation.outcomes().stream()
                        .filter(other -> other.outcome() instanceof MvdOutcome that
                                && that.assessedOn().equals(outcome.assessedOn()))
                        .max(Comparator.<Reported<TreatmentOutcome>, Instant>comparing(Reported::submittedAt)
                                .thenComparing(other -> other.outcome().outcomeId()))
                        .orElseThrow()
                        .outcome()
                        .equals(outcome));
    }

    private static <O> Stream<O> outcomes(TreatmentDocument treatment, Class<O> type) {
        return treatment.outcomes().stream()
                .map(reported -> reported.outcome())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static LocalDate day(TreatmentDocument treatment) {
        return treatment.treatedOn().orElseThrow();
    }

    private static long after(TreatmentDocument operation, MvdOutcome outcome) {
        return DAYS.between(day(operation), outcome.assessedOn());
    }

    /** The number of a grade: 2 for E2 or C2. */
    public static int number(Code grade) {
        return grade.code().charAt(1) - '0';
    }
}
