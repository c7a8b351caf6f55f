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
import org.hfsregistry.analytics.cohort.Relief;
import org.hfsregistry.analytics.disclosure.Disclosed;
import org.hfsregistry.analytics.disclosure.Disclosure;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.disclosure.Tally;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.survival.KaplanMeier;
import org.hfsregistry.statistics.survival.Median;
import org.hfsregistry.statistics.survival.SurvivalCurve;
import org.hfsregistry.statistics.survival.SurvivalPoint;

/** Relief by injections, by hospital and in all. */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class ReliefTable implements Table {
    private static final String SESSIONS = "sessions";
    private static final String RESPONDERS = "responders";
    private static final long RESPONDED = 1L << Relief.LASTING.ordinal() | 1L << Relief.ENDED.ordinal();
    private static final long ALL = RESPONDED | 1L << Relief.NONE.ordinal();
    private static final long WITH = 0b01;
    private static final long WITH_AND_WITHOUT = 0b11;
    private static final List<Figure> FIGURES = figures();

    private final Scan<Sessions> scan;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Tally everybody;
    private final Disclosed disclosed;
    private final ShownCurves curves;

    ReliefTable(Scan<Sessions> scan, int k) {
        this.scan = scan;
        Map<String, Durations> relief = new HashMap<>();
        scan.byHospital().forEach((hospital, sessions) -> {
            tallies.put(hospital, tally(sessions));
            relief.put(hospital, sessions.relief());
        });
        this.everybody = tallies.values().stream().reduce(Tally::plus).orElse(Tally.NOBODY);
        this.disclosed = Disclosure.of(FIGURES, tallies, k);
        this.curves = new ShownCurves(relief, RESPONDERS, disclosed);
    }

    private static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.size(SESSIONS, 0, ALL));
        figures.add(Figure.of(RESPONDERS, 0, List.of(RESPONDED), SESSIONS));
        for (Complication.Kind kind : Complication.Kind.values()) {
            figures.add(Figure.of(kind.code(), partition(kind), List.of(WITH, WITH_AND_WITHOUT), SESSIONS));
        }
        return List.copyOf(figures);
    }

    private static int partition(Complication.Kind kind) {
        return 1 + kind.ordinal();
    }

    private static Tally tally(Sessions sessions) {
        List<int[]> partitions = new ArrayList<>();
        int[] byRelief = new int[Relief.values().length];
        for (Relief relief : Relief.values()) {
            byRelief[relief.ordinal()] = sessions.count(relief);
        }
        partitions.add(byRelief);
        for (Complication.Kind kind : Complication.Kind.values()) {
            int with = sessions.count(kind);
            partitions.add(new int[] {with, sessions.count() - with});
        }
        return Tally.of(partitions);
    }

    @Override
    public Definition definition() {
        return Definition.RELIEF;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
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
        return Set.of("n", "responders", "responseRate", "interval", "medianDays", "medianInterval", "meanDays");
    }

    @Override
    public Map<String, Object> network(View view) {
        return fields(everybody, curves.everybody(), disclosed.network(), curves.networkLastDay(), view);
    }

    @Override
    public Map<String, Object> group(String hospital, boolean own, View view) {
        Sessions sessions = scan.byHospital().get(hospital);
        if (sessions == null) {
            return Table.nothing();
        }
        Tally tally = tallies.getOrDefault(hospital, Tally.NOBODY);
        Durations relief = sessions.relief();
        return own
                ? fields(tally, relief, Disclosure.whole(FIGURES), relief.lastDay(), view)
                : fields(tally, relief, disclosed.group(hospital), curves.lastDay(hospital), view);
    }

    private static Map<String, Object> fields(Tally tally, Durations relief, Shown shown, int lastDay, View view) {
        Rate response = new Rate(tally.count(0, RESPONDED), tally.count(0, ALL));
        Fields fields = new Fields(shown, view);
        fields.count("n", SESSIONS, response::cases);
        fields.count("responders", RESPONDERS, response::successes);
        fields.put("responseRate", RESPONDERS, response::value);
        fields.put("interval", RESPONDERS, () -> response.interval(view.level()));
        SurvivalCurve curve = shown.shows(RESPONDERS)
                ? KaplanMeier.ofDays(relief.byDay(End.EVENT, lastDay), relief.byDay(End.CENSORED, lastDay))
                : KaplanMeier.ofDays(new int[0], new int[0]);
        Median median = curve.median(view.level());
        fields.put("followedUpTo", RESPONDERS, () -> lastDay < 0 ? Optional.<Integer>empty() : Optional.of(lastDay));
        fields.put("medianDays", RESPONDERS, () -> Fields.of(median.days()));
        fields.put("medianInterval", RESPONDERS, () -> median.days().isEmpty() ? Optional.empty() : ends(median));
        fields.put("meanDays", RESPONDERS, () -> Fields.of(curve.restrictedMeanDays()));
        fields.put("curve", RESPONDERS, () -> Optional.of(curve(curve, view.level())));
        fields.put("adverse", SESSIONS, () -> Optional.of(adverse(tally, shown, view.level())));
        for (Complication.Kind kind : Complication.Kind.values()) {
            if (!shown.shows(kind.code())) {
                fields.suppress("adverse." + kind.code());
            }
        }
        return fields.ofGroup(SESSIONS, Map.of());
    }

    /** An end that the curve does not reach is absent. */
    private static Optional<Map<String, Object>> ends(Median median) {
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("method", "brookmeyer-crowley");
        Fields.of(median.lower()).ifPresent(lower -> ends.put("lower", lower));
        Fields.of(median.upper()).ifPresent(upper -> ends.put("upper", upper));
        return Optional.of(ends);
    }

    private static Map<String, Object> adverse(Tally tally, Shown shown, ConfidenceLevel level) {
        Map<String, Object> adverse = new LinkedHashMap<>();
        for (Complication.Kind kind : Complication.Kind.values()) {
            if (shown.shows(kind.code())) {
                Rate rate =
                        new Rate(tally.count(partition(kind), WITH), tally.count(partition(kind), WITH_AND_WITHOUT));
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("count", rate.successes());
                rate.value().ifPresent(value -> fields.put("rate", value));
                rate.interval(level).ifPresent(interval -> fields.put("interval", interval));
                adverse.put(kind.code(), fields);
            }
        }
        return adverse;
    }

    private static List<Map<String, Object>> curve(SurvivalCurve curve, ConfidenceLevel level) {
        return curve.points().stream().map(point -> read(point, level)).toList();
    }

    private static Map<String, Object> read(SurvivalPoint point, ConfidenceLevel level) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("day", point.day());
        fields.put("relieved", point.survival());
        point.interval(level).ifPresent(interval -> {
            fields.put("lower", interval.lower());
            fields.put("upper", interval.upper());
        });
        fields.put("atRisk", point.atRisk());
        return fields;
    }
}
