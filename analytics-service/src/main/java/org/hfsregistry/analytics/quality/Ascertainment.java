package org.hfsregistry.analytics.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/**
 * How many treatments of one kind are registered of the years of which the hospital said how many it did, over those. It
 * exists as the one place of that part of the definition {@code quality}.
 *
 * <p>What a hospital did and did not register is people too: their number is shown by the rule that holds for any other, and
 * so is that of those who were registered beyond what it said.
 */
final class Ascertainment {
    private static final int REGISTERED = 0;
    private static final int MISSING = 1;
    private static final int BEYOND = 2;
    private static final int OF_OTHER_YEARS = 3;
    private static final int CELLS = 4;

    private static final Cells OF_THE_YEARS = Cells.of(REGISTERED, BEYOND);
    private static final Cells ELIGIBLE = Cells.of(REGISTERED, MISSING);

    private final Treatment treatment;
    private final Map<String, SortedMap<Integer, Integer>> eligible = new TreeMap<>();
    private final Decision decision;

    /**
     * Decides after all else that is decided of these treatments.
     *
     * @param size the name of the figure that is their number
     * @param registered how many there are by hospital and year
     */
    Ascertainment(
            Treatment treatment,
            String size,
            Decision before,
            SortedMap<String, SortedMap<Integer, Integer>> registered,
            SortedMap<String, List<EligibleCases>> eligibleCases) {
        this.treatment = treatment;
        eligibleCases.forEach((hospital, all) -> eligible.put(hospital, byYear(treatment, all)));
        List<Figure> figures = List.of(
                Figure.size(size, 0, Cells.of(REGISTERED, BEYOND, OF_OTHER_YEARS)),
                Figure.of(figure(), 0, List.of(OF_THE_YEARS, ELIGIBLE), size));
        this.decision = before.followedBy(figures, tallies(registered));
    }

    private static SortedMap<Integer, Integer> byYear(Treatment treatment, List<EligibleCases> all) {
        SortedMap<Integer, Integer> byYear = new TreeMap<>();
        all.stream()
                .filter(cases -> cases.treatment() == treatment)
                .forEach(cases -> byYear.put(cases.year(), cases.count()));
        return byYear;
    }

    private SortedMap<String, SortedMap<Integer, Tally>> tallies(
            SortedMap<String, SortedMap<Integer, Integer>> registered) {
        SortedMap<String, SortedMap<Integer, Tally>> tallies = new TreeMap<>();
        registered.forEach((hospital, byYear) -> {
            SortedMap<Integer, Integer> said = eligible.getOrDefault(hospital, new TreeMap<>());
            TreeSet<Integer> years = new TreeSet<>(byYear.keySet());
            years.addAll(said.keySet());
            SortedMap<Integer, Tally> ofHospital = new TreeMap<>();
            for (int year : years) {
                ofHospital.put(year, tally(byYear.getOrDefault(year, 0), Optional.ofNullable(said.get(year))));
            }
            tallies.put(hospital, ofHospital);
        });
        return tallies;
    }

    private static Tally tally(int registered, Optional<Integer> said) {
        int[] cells = new int[CELLS];
        if (said.isPresent()) {
            int eligible = said.get();
            cells[REGISTERED] = Math.min(registered, eligible);
            cells[MISSING] = Math.max(0, eligible - registered);
            cells[BEYOND] = Math.max(0, registered - eligible);
        } else {
            cells[OF_OTHER_YEARS] = registered;
        }
        return Tally.of(List.of(cells));
    }

    private String figure() {
        return treatment.code() + " ascertainment";
    }

    /** What of it is shown. */
    Shown shown(Whose whose, Part part) {
        return whose.shown(decision, part);
    }

    /** Puts it, where it was said of any year how many there were. */
    void putInto(Fields fields, Whose whose, Part part) {
        TreeSet<Integer> years = new TreeSet<>();
        whose.of(eligible, new TreeMap<>())
                .forEach(byYear -> byYear.keySet().stream().filter(part::has).forEach(years::add));
        if (!years.isEmpty()) {
            fields.put("caseAscertainment", treatment.code(), figure(), () -> Optional.of(values(whose, part, years)));
        }
    }

    private Map<String, Object> values(Whose whose, Part part, Set<Integer> years) {
        Tally people = whose.people(decision, part);
        int registered = people.count(0, OF_THE_YEARS);
        int eligibleThen = people.count(0, ELIGIBLE);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("years", List.copyOf(years));
        values.put("registered", registered);
        values.put("eligible", eligibleThen);
        if (eligibleThen > 0) {
            values.put("share", (double) registered / eligibleThen);
        }
        return values;
    }

    /** The years of which a hospital said anything. */
    Set<Integer> years() {
        Set<Integer> years = new TreeSet<>();
        eligible.values().forEach(byYear -> years.addAll(byYear.keySet()));
        return years;
    }
}
