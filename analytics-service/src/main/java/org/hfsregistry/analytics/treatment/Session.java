package org.hfsregistry.analytics.treatment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;
import org.jspecify.annotations.Nullable;

/**
 * What an injection session came to. It exists so that several reports of a session give one answer: an ended relief
 * goes before a still lasting one, this before none; then the later date; then the larger outcomeId. Adverse effects are
 * those of all reports together.
 *
 * @param reliefDays days from the injection to the end of relief, or to the last day it was seen; 0 without relief
 * @param doseUnits in units of the product, to seven digits
 * @param adverse a bit for each {@code Complication.Kind} that any report names
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public record Session(
        Relief relief,
        int reliefDays,
        BotoxRelief.Product product,
        float doseUnits,
        int injectionNumber,
        short adverse) {

    private static final Comparator<BotoxRelief> TELLS_MORE = Comparator.comparing(Session::known)
            .thenComparing(Session::lastDay, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(BotoxRelief::outcomeId);

    /** The session that its reports tell, days counted from the day of the treatment; empty where there are none. */
    static Optional<Session> of(List<Reported<TreatmentOutcome>> outcomes, LocalDate treatedOn) {
        List<BotoxRelief> reports = outcomes.stream()
                .filter(reported -> reported.outcome() instanceof BotoxRelief)
                .map(reported -> (BotoxRelief) reported.outcome())
                .toList();
        return reports.stream().max(TELLS_MORE).map(report -> of(report, treatedOn, adverse(reports)));
    }

    private static Session of(BotoxRelief report, LocalDate treatedOn, short adverse) {
        LocalDate last = lastDay(report);
        int days = last == null ? 0 : Math.toIntExact(Math.max(0, last.toEpochDay() - treatedOn.toEpochDay()));
        return new Session(
                known(report), days, report.product(), (float) report.doseUnits(), report.injectionNumber(), adverse);
    }

    private static Relief known(BotoxRelief report) {
        if (!report.responded()) {
            return Relief.NONE;
        }
        return report.reliefEndedOn() == null ? Relief.LASTING : Relief.ENDED;
    }

    private static @Nullable LocalDate lastDay(BotoxRelief report) {
        return report.reliefEndedOn() == null ? report.stillRelievedOn() : report.reliefEndedOn();
    }

    private static short adverse(List<BotoxRelief> reports) {
        return (short) reports.stream()
                .flatMap(report -> report.complications().stream())
                .mapToInt(complication -> 1 << complication.kind().ordinal())
                .reduce(0, (one, other) -> one | other);
    }
}
