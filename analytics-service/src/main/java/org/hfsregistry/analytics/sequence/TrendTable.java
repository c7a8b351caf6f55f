package org.hfsregistry.analytics.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.decision.SessionFigures;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.trend.NoSlope;
import org.hfsregistry.statistics.trend.Slope;
import org.hfsregistry.statistics.trend.Trend;

/** The trend of relief within patients, by hospital and in all. */
public final class TrendTable implements Table {
    private final Scan<Reliefs> scan;
    private final Decision decision;
    private final Map<Part, Trend> ofNetwork = new ConcurrentHashMap<>();

    /** Of a scan, with what is shown of it. */
    public TrendTable(Scan<Reliefs> scan, Decision decision) {
        this.scan = scan;
        this.decision = decision;
    }

    @Override
    public Definition definition() {
        return Definition.TREND;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public Scan<?> scan() {
        return scan;
    }

    @Override
    public Set<String> headline() {
        return Set.of("patients", "injections", "slopeDaysPerInjection", "interval");
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(
                decision.everybody(part),
                decision.network(part),
                view,
                () -> ofNetwork.computeIfAbsent(
                        part,
                        asked -> Reliefs.trend(hospitals().stream()
                                .flatMap(hospital -> reliefs(hospital, asked).stream())
                                .toList())));
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        return fields(
                decision.people(hospital, part),
                decision.group(hospital, part, own),
                view,
                () -> Reliefs.trend(reliefs(hospital, part)));
    }

    private List<Reliefs> reliefs(String hospital, Part part) {
        List<Reliefs> reliefs = new ArrayList<>();
        part.among(Optional.ofNullable(scan.parts().get(hospital)).orElseThrow())
                .forEach(reliefs::add);
        return reliefs;
    }

    private static Map<String, Object> fields(Tally tally, Shown shown, View view, Supplier<Trend> fitted) {
        Fields fields = new Fields(shown, view);
        fields.count("patients", TrendFigures.TREND, () -> TrendFigures.patients(tally));
        fields.count("injections", TrendFigures.TREND, () -> TrendFigures.injections(tally));
        fields.put("censoredShare", SessionFigures.CURVE, () -> TrendFigures.censoredShare(tally));
        Optional<Trend> trend = fields.shows(TrendFigures.TREND) ? Optional.of(fitted.get()) : Optional.empty();
        fields.put(
                "slopeDaysPerInjection", TrendFigures.TREND, () -> slope(trend).map(Slope::perOccasion));
        fields.put("interval", TrendFigures.TREND, () -> slope(trend).map(slope -> interval(slope, view.level())));
        trend.filter(NoSlope.class::isInstance)
                .map(NoSlope.class::cast)
                .ifPresent(none -> fields.put("noSlope", why(none)));
        return fields.ofGroup(TrendFigures.TREND);
    }

    private static Optional<Slope> slope(Optional<Trend> trend) {
        return trend.filter(Slope.class::isInstance).map(Slope.class::cast);
    }

    private static String why(NoSlope none) {
        return none.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> interval(Slope slope, ConfidenceLevel level) {
        Interval interval = slope.interval(level);
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("method", "clustered-t");
        ends.put("lower", interval.lower());
        ends.put("upper", interval.upper());
        return ends;
    }
}
