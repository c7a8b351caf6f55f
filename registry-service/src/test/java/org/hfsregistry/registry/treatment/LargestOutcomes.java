package org.hfsregistry.registry.treatment;

import static org.hfsregistry.contract.fixture.Examples.TREATED;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;

/**
 * Outcomes that take as many bytes as the contract lets them: every field and every code of a list, the longest ids, codes and
 * numbers, and characters of which JSON makes six. Public, since tests of other rooms send them through the service.
 */
public final class LargestOutcomes {

    /** The longest id of a hospital. */
    public static final String HOSPITAL = "h".repeat(32);

    /** The longest id of a treatment. */
    public static final String TREATMENT = "t".repeat(64);

    /** The longest id of a client, of characters that are escaped. */
    public static final String CLIENT = "\u0001".repeat(256);

    /** The id of the key of the patient's pseudonym. */
    public static final String KEY = "k".repeat(16);

    /** The patient of all of them. */
    public static final PatientPseudonym PATIENT = new PatientPseudonym(KEY + "." + "p".repeat(22));

    private static final double MANY_DIGITS = Double.MIN_NORMAL;
    private static final LocalDate LATER = TREATED.plusDays(365);

    private LargestOutcomes() {}

    /** One of each type that has lists or numbers, with an id that differs by number. */
    static List<TreatmentOutcome> ofEachTreatment(int number) {
        return List.of(assessment(number), injection(number), course(number));
    }

    /** An assessment. */
    public static MvdOutcome assessment(int number) {
        return new MvdOutcome(
                outcomeId(number),
                Integer.MAX_VALUE,
                HOSPITAL,
                PATIENT,
                TREATMENT,
                longest(Side.class),
                TREATED,
                LATER,
                longest(SpasmGrade.class),
                MANY_DIGITS,
                longest(ComplicationGrade.class),
                complications(),
                qualityOfLife(),
                patient(),
                new OperationDescription(
                        longest(OperationDescription.Approach.class),
                        List.of(OperationDescription.Vessel.values()),
                        false,
                        longest(OperationDescription.LateralSpread.class),
                        false,
                        longest(OperationDescription.Padding.class),
                        longest(OperationDescription.CompressionOnMri.class)));
    }

    private static BotoxRelief injection(int number) {
        return new BotoxRelief(
                outcomeId(number),
                Integer.MAX_VALUE,
                HOSPITAL,
                PATIENT,
                TREATMENT,
                longest(Side.class),
                TREATED,
                Integer.MAX_VALUE,
                longest(BotoxRelief.Product.class),
                MANY_DIGITS,
                true,
                60,
                MANY_DIGITS,
                null,
                LATER,
                complications(),
                qualityOfLife(),
                patient());
    }

    private static MedicationResponse course(int number) {
        return new MedicationResponse(
                outcomeId(number),
                Integer.MAX_VALUE,
                HOSPITAL,
                PATIENT,
                TREATMENT,
                longest(Side.class),
                TREATED,
                longest(MedicationResponse.Drug.class),
                MANY_DIGITS,
                LATER,
                longest(MedicationResponse.Response.class),
                LATER,
                longest(MedicationResponse.StopReason.class),
                List.of(MedicationResponse.SideEffect.values()));
    }

    /** What a hospital says of itself. */
    static HospitalProfile profile(int number) {
        return new HospitalProfile(
                outcomeId(number),
                Integer.MAX_VALUE,
                HOSPITAL,
                "€".repeat(200),
                "DE",
                false,
                false,
                false,
                false,
                false,
                List.of(HospitalProfile.TeamMember.values()));
    }

    private static String outcomeId(int number) {
        return "%064d".formatted(number);
    }

    private static List<Complication> complications() {
        return Stream.of(Complication.Kind.values())
                .flatMap(kind -> Stream.of(Complication.Course.values()).map(course -> new Complication(kind, course)))
                .toList();
    }

    private static QualityOfLife qualityOfLife() {
        return new QualityOfLife(longest(QualityOfLife.Instrument.class), MANY_DIGITS);
    }

    private static PatientDescription patient() {
        return new PatientDescription(
                TREATED.getYear() - 50,
                longest(PatientDescription.Sex.class),
                longest(PatientDescription.Etiology.class),
                List.of(PatientDescription.Trigger.values()),
                TREATED.getYear() - 10,
                PatientDescription.BaselineScale.COHEN_ALBERT, // the longest; the scale has to begin at 0
                MANY_DIGITS,
                qualityOfLife());
    }

    private static <E extends Enum<E> & Code> E longest(Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .max(Comparator.comparingInt(code -> code.code().length()))
                .orElseThrow();
    }
}
