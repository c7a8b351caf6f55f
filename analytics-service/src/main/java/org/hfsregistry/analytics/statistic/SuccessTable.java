package org.hfsregistry.analytics.statistic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.disclosure.Disclosed;
import org.hfsregistry.analytics.disclosure.Disclosure;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.disclosure.Tally;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.statistic.Question.Success;

/** Success of operations, by hospital and in all. */
final class SuccessTable implements Table {
    private static final SuccessFigures DEFAULTS = SuccessFigures.ofDefaults();

    private final Scan<OperationCounts> scan;
    private final Success question;
    private final SuccessFigures figures;
    private final Map<String, Tally> tallies;
    private final Tally everybody;
    private final Disclosed disclosed;
    private final NetworkModel model;

    SuccessTable(Scan<OperationCounts> scan, Success question, int k) {
        this.scan = scan;
        this.question = question;
        Map<String, Tally> defaults = tallies(scan, DEFAULTS);
        Disclosed asDefault = Disclosure.of(DEFAULTS.figures(), defaults, k);
        if (question.grades().equals(Grades.FREE_OF_SPASM)) {
            this.figures = DEFAULTS;
            this.tallies = defaults;
            this.disclosed = asDefault;
        } else {
            this.figures = SuccessFigures.ofVariants(question.at());
            this.tallies = tallies(scan, figures);
            this.disclosed = Disclosure.following(asDefault, DEFAULTS.names(), figures.figures(), tallies);
        }
        this.everybody =
                tallies.values().stream().reduce(Tally::plus).orElseGet(() -> Tally.of(List.of(new int[Long.SIZE])));
        this.model = model();
    }

    private static Map<String, Tally> tallies(Scan<OperationCounts> scan, SuccessFigures figures) {
        Map<String, Tally> tallies = new HashMap<>();
        scan.byHospital().forEach((hospital, operations) -> tallies.put(hospital, figures.tally(operations)));
        return tallies;
    }

    /** What hospitals have in common, from the counts that are shown; the others enter as one, which is what can be had. */
    private NetworkModel model() {
        String shownAs = names().successes();
        List<Tally> units = new ArrayList<>();
        Tally others = everybody;
        for (String hospital : scan.byHospital().keySet()) {
            Tally tally = tally(hospital);
            if (disclosed.group(hospital).shows(shownAs)) {
                units.add(tally);
                others = others.minus(tally);
            }
        }
        boolean whole = disclosed.network().shows(shownAs);
        if (whole) {
            units.add(others);
        }
        int[] successes = units.stream().mapToInt(this::successes).toArray();
        int[] cases = units.stream().mapToInt(this::assessed).toArray();
        return NetworkModel.of(successes, cases, whole);
    }

    @Override
    public Definition definition() {
        return Definition.SUCCESS;
    }

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("grades", question.grades().codes());
        parameters.put("at", question.at().target());
        return parameters;
    }

    @Override
    public LogPositions positions() {
        return scan.positions();
    }

    @Override
    public Instant asOf() {
        return scan.asOf();
    }

    @Override
    public Set<String> hospitals() {
        return scan.byHospital().keySet();
    }

    @Override
    public Set<String> headline() {
        return Set.of(
                "n", "successes", "rate", "interval", "shrunkenRate", "shrunkenInterval", "completeness", "funnel");
    }

    @Override
    public Map<String, Object> network(View view) {
        Fields fields = counted(everybody, disclosed.network(), view);
        String figure = names().successes();
        fields.put("target", figure, model::target);
        fields.put("dispersion", figure, model::dispersion);
        fields.put("limits", figure, model::limits);
        fields.put("shrinkage", model.shrinkage());
        return fields.ofGroup(names().assessed(), Map.of());
    }

    @Override
    public Map<String, Object> group(String hospital, boolean own, View view) {
        if (!tallies.containsKey(hospital)) {
            return Table.nothing();
        }
        Tally tally = tally(hospital);
        Shown shown = own ? Disclosure.whole(figures.figures()) : disclosed.group(hospital);
        Fields fields = counted(tally, shown, view);
        String figure = names().successes();
        int n = assessed(tally);
        int successes = successes(tally);
        fields.put("shrunkenRate", figure, () -> model.shrunkenRate(successes, n));
        fields.put("shrunkenInterval", figure, () -> model.shrunkenInterval(successes, n, view.level()));
        fields.put("funnel", figure, () -> model.funnel(successes, n));
        return fields.ofGroup(names().assessed(), Map.of());
    }

    private Fields counted(Tally tally, Shown shown, View view) {
        SuccessFigures.Named names = names();
        int due = tally.count(0, figures.due(question));
        int dueAssessed = tally.count(0, figures.dueAssessed(question));
        int dueSuccesses = tally.count(0, figures.dueSuccesses(question));
        Rate rate = new Rate(successes(tally), assessed(tally));
        Fields fields = new Fields(shown, view);
        fields.count("n", names.assessed(), rate::cases);
        fields.count("successes", names.successes(), rate::successes);
        fields.put("rate", names.successes(), rate::value);
        fields.put("interval", names.successes(), () -> rate.interval(view.level()));
        fields.count("operations", names.completeness(), () -> tally.count(0, figures.operations()));
        fields.count("due", names.completeness(), () -> due);
        fields.put("completeness", names.completeness(), () -> new Rate(dueAssessed, due).value());
        fields.put("bounds", names.dueSuccesses(), () -> bounds(dueSuccesses, dueAssessed, due));
        return fields;
    }

    private static Optional<Map<String, Object>> bounds(int successes, int assessed, int due) {
        if (due == 0) {
            return Optional.empty();
        }
        Map<String, Object> bounds = new LinkedHashMap<>();
        bounds.put("lower", (double) successes / due);
        bounds.put("upper", (double) (successes + due - assessed) / due);
        return Optional.of(bounds);
    }

    private SuccessFigures.Named names() {
        return new SuccessFigures.Named(question);
    }

    private int assessed(Tally tally) {
        return tally.count(0, figures.assessed(question));
    }

    private int successes(Tally tally) {
        return tally.count(0, figures.successes(question));
    }

    private Tally tally(String hospital) {
        return tallies.getOrDefault(hospital, Tally.NOBODY);
    }
}
