package org.hfsregistry.analytics.question;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;

/**
 * Something by which treatments fall into parts, each into one. It exists because filters and groupings by a trait are made
 * of the same parts, so that what is shown of one fits what is shown of the other.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public enum Trait {
    /** None: all treatments are one part. */
    NONE((cohort, row) -> 0),
    /** The calendar year of the treatment. */
    YEAR((cohort, row) -> year(cohort, row)),
    /** The patient's sex. */
    SEX((cohort, row) -> cohort.sex(row).map(Enum::ordinal).orElse(Trait.NOT_SAID)),
    /** The patient's age at the treatment, in tens of years. */
    AGE((cohort, row) -> {
        int age = age(cohort, row);
        return age == Trait.NOT_SAID ? age : age / Trait.YEARS_OF_AGE;
    }),
    /** What the spasm came of. */
    ETIOLOGY((cohort, row) -> cohort.etiology(row).map(Enum::ordinal).orElse(Trait.NOT_SAID)),
    /** Whether the side had been operated on before. */
    REPEAT_OPERATION((cohort, row) ->
            cohort.repeatOperation(row).map(repeated -> repeated ? 1 : 0).orElse(Trait.NOT_SAID)),
    /** Whether this vessel pressed on the nerve; an operation may have several, so that each is a trait. */
    AICA((cohort, row) -> cohort.compressedBy(row, Vessel.AICA) ? 1 : 0),
    PICA((cohort, row) -> cohort.compressedBy(row, Vessel.PICA) ? 1 : 0),
    VA((cohort, row) -> cohort.compressedBy(row, Vessel.VA) ? 1 : 0),
    BA((cohort, row) -> cohort.compressedBy(row, Vessel.BA) ? 1 : 0),
    VEIN((cohort, row) -> cohort.compressedBy(row, Vessel.VEIN) ? 1 : 0),
    OTHER_VESSEL((cohort, row) -> cohort.compressedBy(row, Vessel.OTHER) ? 1 : 0),
    /** The preparation of an injection. */
    PRODUCT((cohort, row) -> cohort.product(row).ordinal()),
    /** What a course of a medication is of. */
    DRUG((cohort, row) -> cohort.clinical().medication(row).drug().ordinal()),
    /** Which injection of the patient it was, in classes. */
    INJECTION_NUMBER((cohort, row) -> injectionClass(cohort.injectionNumber(row)));

    /** How many years of age are one part. */
    static final int YEARS_OF_AGE = 10;

    /** The part of those of whom it was not said, and their age. */
    static final int NOT_SAID = -1;

    private static final List<String> INJECTION_CLASSES = List.of("1", "2", "3", "4-6", "7-12", "13+");
    private static final int[] LAST_OF_CLASS = {1, 2, 3, 6, 12, Integer.MAX_VALUE};

    @SuppressWarnings("ImmutableEnumChecker") // a function without a state
    private final PartOf partOf;

    Trait(PartOf partOf) {
        this.partOf = partOf;
    }

    private interface PartOf {
        int of(Cohort cohort, int row);
    }

    /** The part that a treatment is in. */
    public int part(Cohort cohort, int row) {
        return partOf.of(cohort, row);
    }

    /** Whether case mix tells, in its own way, how many are in each part. */
    public boolean isOfCaseMix() {
        return switch (this) {
            case SEX, AGE, ETIOLOGY, AICA, PICA, VA, BA, VEIN, OTHER_VESSEL -> true;
            case NONE, YEAR, REPEAT_OPERATION, PRODUCT, DRUG, INJECTION_NUMBER -> false;
        };
    }

    /** What a part is called: a number for a year, a text otherwise. */
    public Object label(int part) {
        return switch (this) {
            case PRODUCT -> Product.values()[part].code();
            case DRUG -> Drug.values()[part].code();
            case INJECTION_NUMBER -> INJECTION_CLASSES.get(part);
            default -> part;
        };
    }

    /** The parts to list: all there may be; of years, from the first to the last of those given. */
    public List<Integer> listed(List<Integer> known) {
        return switch (this) {
            case PRODUCT -> range(0, Product.values().length - 1);
            case DRUG -> range(0, Drug.values().length - 1);
            case INJECTION_NUMBER -> range(0, INJECTION_CLASSES.size() - 1);
            default ->
                known.isEmpty()
                        ? List.of()
                        : range(
                                known.stream().mapToInt(Integer::intValue).min().orElseThrow(),
                                known.stream().mapToInt(Integer::intValue).max().orElseThrow());
        };
    }

    /** The trait that a vessel is. */
    static Trait of(Vessel vessel) {
        return switch (vessel) {
            case AICA -> AICA;
            case PICA -> PICA;
            case VA -> VA;
            case BA -> BA;
            case VEIN -> VEIN;
            case OTHER -> OTHER_VESSEL;
        };
    }

    /** Years from birth to the treatment, the day of birth being unknown. */
    static int age(Cohort cohort, int row) {
        int born = cohort.birthYear(row);
        return born < 0 ? NOT_SAID : year(cohort, row) - born;
    }

    private static int year(Cohort cohort, int row) {
        return LocalDate.ofEpochDay(cohort.treatedOn(row)).getYear();
    }

    private static int injectionClass(int number) {
        int found = Arrays.binarySearch(LAST_OF_CLASS, number);
        return found < 0 ? -found - 1 : found;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
