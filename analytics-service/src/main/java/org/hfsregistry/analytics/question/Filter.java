package org.hfsregistry.analytics.question;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;

/**
 * Which treatments count. It exists so that a number is of what was asked for: who is not said to be it, is not in it.
 *
 * @param from the first day of treatment
 * @param to the last day of treatment
 */
public record Filter(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Sex> sex,
        Optional<Integer> ageFrom,
        Optional<Integer> ageTo,
        Optional<Etiology> etiology,
        Optional<Vessel> vessel,
        Optional<Boolean> repeatOperation,
        Optional<Product> product) {

    /** All treatments. */
    public static final Filter NONE = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What was given of it, by its names and as it was asked for. */
    public Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        from.ifPresent(day -> given.put("from", day.toString()));
        to.ifPresent(day -> given.put("to", day.toString()));
        sex.ifPresent(code -> given.put("sex", code.code()));
        ageFrom.ifPresent(age -> given.put("ageFrom", age));
        ageTo.ifPresent(age -> given.put("ageTo", age));
        etiology.ifPresent(code -> given.put("etiology", code.code()));
        vessel.ifPresent(code -> given.put("vessel", code.code()));
        repeatOperation.ifPresent(repeated -> given.put("repeatOperation", repeated));
        product.ifPresent(code -> given.put("product", code.code()));
        return given;
    }

    /** Whether the treatment counts. */
    public boolean includes(Cohort cohort, int row) {
        return onDays(cohort.treatedOn(row))
                && (!ofAge() || ofAge(Trait.age(cohort, row)))
                && (sex.isEmpty() || sex.equals(cohort.sex(row)))
                && (etiology.isEmpty() || etiology.equals(cohort.etiology(row)))
                && (vessel.isEmpty() || cohort.compressedBy(row, vessel.get()))
                && (repeatOperation.isEmpty() || repeatOperation.equals(cohort.repeatOperation(row)))
                && (product.isEmpty() || product.get() == cohort.product(row));
    }

    private boolean onDays(int treatedOn) {
        return from.filter(day -> treatedOn < day.toEpochDay()).isEmpty()
                && to.filter(day -> treatedOn > day.toEpochDay()).isEmpty();
    }

    private boolean ofAge() {
        return ageFrom.isPresent() || ageTo.isPresent();
    }

    private boolean ofAge(int age) {
        return age != Trait.NOT_SAID
                && ageFrom.filter(youngest -> age < youngest).isEmpty()
                && ageTo.filter(oldest -> age > oldest).isEmpty();
    }

    /** The traits that it is of. */
    Set<Trait> traits() {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (from.isPresent() || to.isPresent()) {
            traits.add(Trait.YEAR);
        }
        if (ofAge()) {
            traits.add(Trait.AGE);
        }
        sex.ifPresent(given -> traits.add(Trait.SEX));
        etiology.ifPresent(given -> traits.add(Trait.ETIOLOGY));
        vessel.ifPresent(given -> traits.add(Trait.of(given)));
        repeatOperation.ifPresent(given -> traits.add(Trait.REPEAT_OPERATION));
        product.ifPresent(given -> traits.add(Trait.PRODUCT));
        return traits;
    }

    /** Whether its days are those of whole years. */
    boolean ofWholeYears() {
        return from.filter(day -> day.getDayOfYear() != 1).isEmpty()
                && to.filter(day -> day.plusDays(1).getDayOfYear() != 1).isEmpty();
    }

    /** Whether its ages are whole tens of years. */
    boolean ofWholeTens() {
        return ageFrom.filter(age -> age % Trait.YEARS_OF_AGE != 0).isEmpty()
                && ageTo.filter(age -> (age + 1) % Trait.YEARS_OF_AGE != 0).isEmpty();
    }

    /** Whether it takes in a part of one of its traits; of any other trait it takes in all. */
    @SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
    public boolean includes(Trait trait, int part) {
        return switch (trait) {
            case NONE, DRUG, INJECTION_NUMBER -> true;
            case YEAR ->
                from.filter(day -> part < day.getYear()).isEmpty()
                        && to.filter(day -> part > day.getYear()).isEmpty();
            case AGE -> !ofAge() || (part != Trait.NOT_SAID && ofAge(part * Trait.YEARS_OF_AGE));
            case SEX -> sex.filter(given -> given.ordinal() != part).isEmpty();
            case ETIOLOGY -> etiology.filter(given -> given.ordinal() != part).isEmpty();
            case REPEAT_OPERATION ->
                repeatOperation.filter(given -> part != (given ? 1 : 0)).isEmpty();
            case AICA, PICA, VA, BA, VEIN, OTHER_VESSEL -> vessel.isEmpty() || part == 1;
            case PRODUCT -> product.filter(given -> given.ordinal() != part).isEmpty();
        };
    }
}
