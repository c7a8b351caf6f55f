package org.hfsregistry.analytics.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.question.Question.Success;

/** Success of operations, by hospital and in all. */
public final class SuccessTable implements Table {
    private final Scan<OperationCounts> scan;
    private final Success question;
    private final Decision decision;
    private final OperationFigures.Named names;
    private final Completeness completeness;
    private final Cells assessed;
    private final Cells successes;
    private final Cells due;
    private final Cells dueAssessed;
    private final Cells dueSuccesses;
    private final NetworkModel.Kept kept;
    private final Map<Part, NetworkModel> models = new ConcurrentHashMap<>();

    /** Of a scan, with the figures that the question is among, and what is shown of them. */
    public SuccessTable(
            Scan<OperationCounts> scan,
            Success question,
            OperationFigures figures,
            Decision decision,
            NetworkModel.Kept kept) {
        this.kept = kept;
        this.scan = scan;
        this.question = question;
        this.decision = decision;
        this.names = new OperationFigures.Named(question);
        this.completeness = new Completeness(question, figures);
        this.assessed = figures.assessed(question);
        this.successes = figures.successes(question);
        this.due = figures.due(question);
        this.dueAssessed = figures.dueAssessed(question);
        this.dueSuccesses = figures.dueSuccesses(question);
    }

    private NetworkModel model(Part part) {
        return models.computeIfAbsent(part, this::newModel);
    }

    /** What hospitals have in common, from the counts that are shown; the others enter as one, which is what can be had. */
    private NetworkModel newModel(Part part) {
        String shownAs = names.successes();
        List<Rate> units = new ArrayList<>();
        Tally others = decision.everybody(part);
        for (String hospital : hospitals()) {
            if (decision.group(hospital, part).shows(shownAs)) {
                Tally tally = decision.people(hospital, part);
                units.add(rate(tally));
                others = others.minus(tally);
            }
        }
        boolean whole = decision.network(part).shows(shownAs);
        if (whole) {
            units.add(rate(others));
        }
        return kept.of(new NetworkModel.Shown(List.copyOf(units), whole));
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
    public Scan<?> scan() {
        return scan;
    }

    @Override
    public Set<String> headline() {
        return Set.of(
                "n", "successes", "rate", "interval", "shrunkenRate", "shrunkenInterval", "completeness", "funnel");
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        Fields fields = counted(decision.everybody(part), decision.network(part), view);
        NetworkModel model = model(part);
        String figure = names.successes();
        fields.put("target", figure, model::target);
        fields.put("dispersion", figure, model::dispersion);
        fields.put("limits", figure, model::limits);
        fields.put("shrinkage", model.shrinkage());
        return fields.ofGroup(names.assessed());
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        Tally tally = decision.people(hospital, part);
        Shown shown = decision.group(hospital, part, own);
        Fields fields = counted(tally, shown, view);
        NetworkModel model = model(part);
        String figure = names.successes();
        int n = assessed(tally);
        int successes = successes(tally);
        fields.put("shrunkenRate", figure, () -> model.shrunkenRate(successes, n));
        fields.put("shrunkenInterval", figure, () -> model.shrunkenInterval(successes, n, view.level()));
        putFunnel(fields, model, new Rate(successes, n), settled(hospital, part), own || view.registry());
        return fields.ofGroup(names.assessed());
    }

    /** A flag that is new is told to the hospital and the registry only. */
    private void putFunnel(Fields fields, NetworkModel model, Rate counts, Rate settled, boolean soon) {
        boolean coolingOff = model.isCoolingOff(counts, settled);
        if (coolingOff && !soon) {
            fields.suppress("funnel");
            return;
        }
        fields.put(
                "funnel",
                names.successes(),
                () -> model.reading(counts).map(NetworkModel::fields).map(told -> {
                    if (coolingOff) {
                        told.put("coolingOff", true);
                    }
                    return told;
                }));
    }

    /** What was submitted long enough ago. */
    private Rate settled(String hospital, Part part) {
        int ofAll = 0;
        int ofSuccesses = 0;
        for (OperationCounts counts : part.among(scan.parts().getOrDefault(hospital, new TreeMap<>()))) {
            ofAll += counts.settled(question.at(), question.grades()::assesses);
            ofSuccesses += counts.settled(question.at(), question.grades()::isSuccess);
        }
        return new Rate(ofSuccesses, ofAll);
    }

    private Fields counted(Tally tally, Shown shown, View view) {
        int ofDue = tally.count(0, due);
        int assessedOfDue = tally.count(0, dueAssessed);
        int successesOfDue = tally.count(0, dueSuccesses);
        Rate rate = rate(tally);
        Fields fields = new Fields(shown, view);
        fields.count("n", names.assessed(), rate::cases);
        fields.count("successes", names.successes(), rate::successes);
        fields.put("rate", names.successes(), rate::value);
        fields.put("interval", names.successes(), () -> rate.interval(view.level()));
        completeness.putInto(fields, tally);
        fields.put("bounds", names.dueSuccesses(), () -> bounds(successesOfDue, assessedOfDue, ofDue));
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

    private Rate rate(Tally tally) {
        return new Rate(successes(tally), assessed(tally));
    }

    private int assessed(Tally tally) {
        return tally.count(0, assessed);
    }

    private int successes(Tally tally) {
        return tally.count(0, successes);
    }
}
