package org.hfsregistry.analytics.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.jspecify.annotations.Nullable;

/**
 * Scores of quality of life before and after a treatment, in hundredths of a point: two numbers an instrument, both {@link
 * #NO_PAIR} where one of them is not known. It exists so that several reports give one pair an instrument.
 *
 * <p>Before is the baseline of the report submitted last that gives one of that instrument. After is, of an operation, the
 * score at the assessment nearest to day 365 of those of days 270 to 545 that have one of that instrument (ties: the later).
 * Of an injection it is the score of the report of days 28 to 90; a report is of the day on which relief ended or was seen
 * last, the latest of several counts, and that of a session that did not help has no day and counts where no other does.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Scores {
    /** What a score is counted in. */
    public static final int PARTS_OF_A_POINT = 100;

    /** In the place of a score that has no other to go with it. */
    public static final short NO_PAIR = -1;

    /** The last day after an injection whose score is one after it. */
    public static final int LAST_DAY_AFTER_INJECTION = 90;

    private static final int FIRST_DAY_AFTER_INJECTION = 28;
    private static final Instrument[] INSTRUMENTS = Instrument.values();

    private final short[] pairs;

    private Scores(short[] pairs) {
        this.pairs = pairs;
    }

    /** Of an operation; empty without a pair. */
    static Optional<Scores> ofOperation(List<Reported<TreatmentOutcome>> outcomes, LocalDate treatedOn) {
        return of(outcomes, instrument -> afterOperation(outcomes, treatedOn, instrument));
    }

    /** Of an injection session; empty without a pair. */
    static Optional<Scores> ofSession(List<Reported<TreatmentOutcome>> outcomes, LocalDate treatedOn) {
        return of(outcomes, instrument -> afterInjection(outcomes, treatedOn, instrument));
    }

    private static Optional<Scores> of(
            List<Reported<TreatmentOutcome>> outcomes, Function<Instrument, Optional<QualityOfLife>> after) {
        short[] pairs = new short[2 * INSTRUMENTS.length];
        Arrays.fill(pairs, NO_PAIR);
        boolean any = false;
        for (Instrument instrument : INSTRUMENTS) {
            Optional<QualityOfLife> first = before(outcomes, instrument);
            Optional<QualityOfLife> second = after.apply(instrument);
            if (first.isPresent() && second.isPresent()) {
                pairs[2 * instrument.ordinal()] = parts(first.get());
                pairs[2 * instrument.ordinal() + 1] = parts(second.get());
                any = true;
            }
        }
        return any ? Optional.of(new Scores(pairs)) : Optional.empty();
    }

    private static short parts(QualityOfLife measured) {
        return (short) Math.round(measured.score() * PARTS_OF_A_POINT);
    }

    private static Optional<QualityOfLife> before(List<Reported<TreatmentOutcome>> outcomes, Instrument instrument) {
        return inOrder(outcomes)
                .flatMap(outcome -> Stream.ofNullable(patient(outcome)))
                .flatMap(patient -> of(patient.baselineQualityOfLife(), instrument))
                .reduce((_, later) -> later);
    }

    private static @Nullable PatientDescription patient(TreatmentOutcome outcome) {
        return switch (outcome) {
            case MvdOutcome mvd -> mvd.patient();
            case BotoxRelief botox -> botox.patient();
            default -> null;
        };
    }

    private static Optional<QualityOfLife> afterOperation(
            List<Reported<TreatmentOutcome>> outcomes, LocalDate treatedOn, Instrument instrument) {
        Optional<QualityOfLife> nearest = Optional.empty();
        int nearestDay = 0;
        for (MvdOutcome assessment : Complications.assessments(outcomes)) {
            int day = days(treatedOn, assessment.assessedOn());
            Optional<QualityOfLife> measured =
                    of(assessment.qualityOfLife(), instrument).findFirst();
            if (measured.isPresent()
                    && AssessmentWindow.YEAR.contains(day)
                    && (nearest.isEmpty() || AssessmentWindow.YEAR.prefersLater(nearestDay, day))) {
                nearest = measured;
                nearestDay = day;
            }
        }
        return nearest;
    }

    private static Optional<QualityOfLife> afterInjection(
            List<Reported<TreatmentOutcome>> outcomes, LocalDate treatedOn, Instrument instrument) {
        Optional<QualityOfLife> latest = Optional.empty();
        int latestDay = -1;
        for (BotoxRelief report : inOrder(outcomes)
                .filter(BotoxRelief.class::isInstance)
                .map(BotoxRelief.class::cast)
                .toList()) {
            LocalDate last = report.reliefEndedOn() == null ? report.stillRelievedOn() : report.reliefEndedOn();
            int day = last == null ? 0 : days(treatedOn, last);
            Optional<QualityOfLife> measured =
                    of(report.qualityOfLife(), instrument).findFirst();
            boolean counts = last == null || (FIRST_DAY_AFTER_INJECTION <= day && day <= LAST_DAY_AFTER_INJECTION);
            if (measured.isPresent() && counts && day >= latestDay) {
                latest = measured;
                latestDay = day;
            }
        }
        return latest;
    }

    /** From the one submitted first to the one submitted last. */
    private static Stream<TreatmentOutcome> inOrder(List<Reported<TreatmentOutcome>> outcomes) {
        return outcomes.stream()
                .sorted(Comparator.<Reported<TreatmentOutcome>, Instant>comparing(Reported::submittedAt)
                        .thenComparing(reported -> reported.outcome().outcomeId()))
                .map(Reported::outcome);
    }

    private static Stream<QualityOfLife> of(@Nullable QualityOfLife measured, Instrument instrument) {
        return measured == null || measured.instrument() != instrument ? Stream.empty() : Stream.of(measured);
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(to.toEpochDay() - from.toEpochDay());
    }

    /** Before and after, instrument by instrument, for the column. */
    public short[] pairs() {
        return pairs;
    }
}
