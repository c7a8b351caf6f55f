package org.hfsregistry.analytics.casemix;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;

/**
 * By what patients are told apart. It exists because of some traits a patient has one value or none is said, and of others
 * as many as are named.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
enum Axis {
    SEX(
            "sex",
            false,
            andNotSaid(Sex.values()),
            (cohort, row) -> bit(ordinal(cohort.clinical().patientSex(row)), Sex.values().length),
            (cohort, row) -> bit(Trait.SEX.part(cohort, row), Sex.values().length)),
    AGE_BAND(
            "ageBand",
            false,
            ageBands(),
            (cohort, row) -> bit(ageBand(cohort, row), Axis.AGE_BANDS),
            (cohort, row) -> bit(Trait.AGE.part(cohort, row), Axis.AGE_BANDS)),
    ETIOLOGY(
            "etiology",
            false,
            andNotSaid(Etiology.values()),
            (cohort, row) -> bit(ordinal(cohort.clinical().patientEtiology(row)), Etiology.values().length),
            (cohort, row) -> bit(Trait.ETIOLOGY.part(cohort, row), Etiology.values().length)),
    TRIGGER(
            "trigger",
            true,
            codes(Trigger.values()).toList(),
            (cohort, row) -> cohort.clinical().triggers(row),
            (cohort, row) -> 0),
    VESSEL("vessel", true, codes(Vessel.values()).toList(), Axis::vessels, Axis::vessels);

    private static final int AGE_BANDS = 13;
    private static final int YEARS = 10;
    private static final String NOT_SAID = "not-said";

    private final String field;
    private final boolean many;

    @SuppressWarnings("ImmutableEnumChecker") // List.of and toList make lists that never change
    private final List<String> codes;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a state
    private final Bits bits;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a state
    private final Bits asked;

    Axis(String field, boolean many, List<String> codes, Bits bits, Bits asked) {
        this.field = field;
        this.many = many;
        this.codes = codes;
        this.bits = bits;
        this.asked = asked;
    }

    private interface Bits {
        int of(Cohort cohort, int row);
    }

    /** As it stands in an answer. */
    String field() {
        return field;
    }

    /** Whether a patient may have several of the values, or none. */
    boolean many() {
        return many;
    }

    /** Its values; of those of which a patient has one, the last is that it was not said. */
    List<String> codes() {
        return codes;
    }

    /** A bit for each of the values that the patient of a treatment has. */
    int bits(Cohort cohort, int row) {
        return bits.of(cohort, row);
    }

    /** A bit for each of the values by which a filter takes in the treatment: those that its own reports say. */
    int askedBits(Cohort cohort, int row) {
        return asked.of(cohort, row);
    }

    /** Of a value; the last where it was not said. */
    private static int bit(int value, int values) {
        return 1 << (value < 0 || value > values ? values : value);
    }

    private static int ordinal(Optional<? extends Enum<?>> value) {
        return value.map(Enum::ordinal).orElse(-1);
    }

    private static int ageBand(Cohort cohort, int row) {
        int born = cohort.clinical().patientBirthYear(row);
        int treated = LocalDate.ofEpochDay(cohort.treatedOn(row)).getYear();
        return born < 0 || born > treated ? -1 : (treated - born) / YEARS;
    }

    private static int vessels(Cohort cohort, int row) {
        int bits = 0;
        for (Vessel vessel : Vessel.values()) {
            bits |= cohort.compressedBy(row, vessel) ? 1 << vessel.ordinal() : 0;
        }
        return bits;
    }

    private static Stream<String> codes(Code... values) {
        return Arrays.stream(values).map(Code::code);
    }

    private static List<String> andNotSaid(Code... values) {
        return Stream.concat(codes(values), Stream.of(NOT_SAID)).toList();
    }

    private static List<String> ageBands() {
        return Stream.concat(
                        IntStream.range(0, AGE_BANDS).mapToObj(band -> band * YEARS + "-" + (band * YEARS + YEARS - 1)),
                        Stream.of(NOT_SAID))
                .toList();
    }
}
