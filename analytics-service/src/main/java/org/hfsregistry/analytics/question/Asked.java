package org.hfsregistry.analytics.question;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.question.Question.CaseMix;
import org.hfsregistry.analytics.question.Question.OfSequence.Trend;
import org.hfsregistry.analytics.question.Question.Recurrence;

/**
 * A question with what of its answer is wanted.
 *
 * @param filter which treatments count
 * @param hospitals whose groups; all where it is empty
 * @param level of the intervals
 */
public record Asked(Question question, Filter filter, Set<String> hospitals, By by, double level) {

    /** The level of intervals where none is asked for. */
    public static final double USUAL_LEVEL = 0.95;

    /** Sorts the hospitals. */
    public Asked {
        hospitals = Collections.unmodifiableSet(new TreeSet<>(hospitals));
    }

    /** All hospitals at the usual level. */
    public static Asked ofAll(Question question) {
        return new Asked(question, Filter.NONE, Set.of(), By.HOSPITAL, USUAL_LEVEL);
    }

    /** The trait whose parts its numbers are made of, where it is for others than the hospital itself. */
    public Trait trait() {
        return traits().stream().findFirst().orElse(Trait.NONE);
    }

    private Set<Trait> traits() {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(filter.traits());
        if (by.trait() != Trait.NONE) {
            traits.add(by.trait());
        }
        return traits;
    }

    /** Whether the audience asks for its own hospital and no other. */
    public boolean isOfOwnAlone(Audience audience) {
        return audience.own().filter(own -> hospitals.equals(Set.of(own))).isPresent();
    }

    /**
     * What is asked too finely for others than the hospital itself. Two questions that differ by a few people tell of these,
     * so that questions are made of parts that everybody's questions are made of.
     */
    public Optional<TooFine> tooFineFor(int k) {
        if (question instanceof Recurrence recurrence && !recurrence.isForAll(k)) {
            return Optional.of(new TooFine("gap", "only " + Recurrence.DEFAULT.gapDays()));
        }
        if (question instanceof Trend && !traits().isEmpty()) {
            return Optional.of(new TooFine(
                    lastOfTraits(),
                    "nothing here: trends of parts don't add up to that of all, so it is told of all sessions"));
        }
        if (question instanceof CaseMix && traits().stream().anyMatch(Trait::isOfCaseMix)) {
            return Optional.of(new TooFine(
                    lastOfTraits(),
                    "nothing here: of all patients case mix tells how many are of each sex, age and the like"));
        }
        if (!filter.ofWholeYears()) {
            return Optional.of(new TooFine(
                    filter.from().filter(day -> day.getDayOfYear() != 1).isPresent() ? "from" : "to",
                    "the first day of a year for from, the last of a year for to"));
        }
        if (!filter.ofWholeTens()) {
            return Optional.of(new TooFine(
                    filter.ageFrom()
                                    .filter(age -> age % Trait.YEARS_OF_AGE != 0)
                                    .isPresent()
                            ? "ageFrom"
                            : "ageTo",
                    "whole tens of years: 40 to 59 and the like"));
        }
        return traits().size() > 1
                ? Optional.of(new TooFine(lastOfTraits(), "no other filter or grouping by a trait beside it"))
                : Optional.empty();
    }

    /** The parameter without which there is a trait less; it may take another one, too. */
    private String lastOfTraits() {
        return by.trait() == Trait.NONE
                ? filter.given().keySet().stream().reduce((_, later) -> later).orElseThrow()
                : "by";
    }

    /** A parameter that is too fine, and what it may be. */
    public record TooFine(String parameter, String choices) {}

    /** What groups are. */
    public enum By {
        HOSPITAL("hospital", Trait.NONE),
        NETWORK("network", Trait.NONE),
        YEAR("year", Trait.YEAR),
        PRODUCT("product", Trait.PRODUCT),
        DRUG("drug", Trait.DRUG),
        INJECTION_NUMBER("injectionNumber", Trait.INJECTION_NUMBER);

        private final String code;
        private final Trait trait;

        By(String code, Trait trait) {
            this.code = code;
            this.trait = trait;
        }

        /** As it is asked for. */
        public String code() {
            return code;
        }

        /** The trait whose parts are groups; none where groups are hospitals. */
        public Trait trait() {
            return trait;
        }
    }
}
