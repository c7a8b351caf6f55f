package org.hfsregistry.analytics.population;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/** Reports of a treatment that tell of more than the spasm and its relief. */
public final class Clinical {
    private Clinical() {}

    /** What a report is of. */
    public record Of(
            String outcomeId,
            String hospital,
            PatientPseudonym patient,
            String treatment,
            Side side,
            LocalDate treatedOn) {}

    /** Makes a report of a treatment. */
    public interface Report {
        /** The report. */
        TreatmentOutcome of(Of treatment);
    }

    /** An assessment so many days after an operation, with complications as kind:course. */
    public static Report complicated(int day, String... complications) {
        return of -> mvd(of, day, complications(complications), null, null);
    }

    /** An assessment so many days after an operation, with scores after it and before. */
    public static Report scored(int day, @Nullable QualityOfLife after, @Nullable QualityOfLife before) {
        return of -> mvd(of, day, List.of(), after, person(before));
    }

    /** An assessment of an operation with what is said to bring the spasms on. */
    public static Report triggered(Trigger... triggers) {
        return of -> mvd(
                of,
                1,
                List.of(),
                null,
                new PatientDescription(null, null, null, List.of(triggers), null, null, null, null));
    }

    /** A report of an injection whose relief ended so many days after it, or that did not help where it is below 0. */
    public static Report injected(int day, @Nullable QualityOfLife after, @Nullable QualityOfLife before) {
        return of -> new BotoxRelief(
                of.outcomeId(),
                1,
                of.hospital(),
                of.patient(),
                of.treatment(),
                of.side(),
                of.treatedOn(),
                1,
                BotoxRelief.Product.ONABOTULINUM,
                20,
                day >= 0,
                null,
                null,
                day < 0 ? null : of.treatedOn().plusDays(day),
                null,
                List.of(),
                after,
                person(before));
    }

    /** A report so many days after a course began, which may have been stopped then for a reason. */
    public static Report taken(
            int day,
            Drug drug,
            Response response,
            boolean stopped,
            @Nullable StopReason because,
            SideEffect... sideEffects) {
        return of -> new MedicationResponse(
                of.outcomeId(),
                1,
                of.hospital(),
                of.patient(),
                of.treatment(),
                of.side(),
                of.treatedOn(),
                drug,
                null,
                of.treatedOn().plusDays(day),
                response,
                stopped ? of.treatedOn().plusDays(day) : null,
                because,
                List.of(sideEffects));
    }

    /** A score of HFS-7. */
    public static QualityOfLife hfs7(double score) {
        return new QualityOfLife(QualityOfLife.Instrument.HFS_7, score);
    }

    /** A score of HFS-30. */
    public static QualityOfLife hfs30(double score) {
        return new QualityOfLife(QualityOfLife.Instrument.HFS_30, score);
    }

    private static MvdOutcome mvd(
            Of of,
            int day,
            List<Complication> complications,
            @Nullable QualityOfLife after,
            @Nullable PatientDescription person) {
        return new MvdOutcome(
                of.outcomeId(),
                1,
                of.hospital(),
                of.patient(),
                of.treatment(),
                of.side(),
                of.treatedOn(),
                of.treatedOn().plusDays(day),
                SpasmGrade.E0,
                null,
                null,
                complications,
                after,
                person,
                null);
    }

    private static @Nullable PatientDescription person(@Nullable QualityOfLife before) {
        return before == null ? null : new PatientDescription(null, null, null, List.of(), null, null, null, before);
    }

    private static List<Complication> complications(String... complications) {
        return Arrays.stream(complications)
                .map(text -> new Complication(
                        one(Complication.Kind.values(), text.substring(0, text.indexOf(':'))),
                        one(Complication.Course.values(), text.substring(text.indexOf(':') + 1))))
                .toList();
    }

    private static <C extends Code> C one(C[] codes, String code) {
        return Arrays.stream(codes)
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
