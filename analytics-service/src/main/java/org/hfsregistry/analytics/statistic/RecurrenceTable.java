package org.hfsregistry.analytics.statistic;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.disclosure.Disclosed;
import org.hfsregistry.analytics.disclosure.Disclosure;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.disclosure.Tally;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.statistic.Question.Recurrence;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.survival.AalenJohansen;
import org.hfsregistry.statistics.survival.IncidenceCurve;
import org.hfsregistry.statistics.survival.IncidencePoint;

/** Return of the spasm after operations, by hospital and in all. */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class RecurrenceTable implements Table {
    private static final String AT_RISK = "at risk";
    private static final String RECURRENCES = "recurrences";
    private static final long RETURNED = 1L << End.EVENT.ordinal();
    private static final long ALL = 0b111;
    private static final List<Figure> FIGURES =
            List.of(Figure.size(AT_RISK, 0, ALL), Figure.of(RECURRENCES, 0, List.of(RETURNED), AT_RISK));
    private static final int[] READ_AT = {365, 730, 1825, 3650};

    private final Scan<Durations> scan;
    private final Recurrence question;
    private final Disclosed disclosed;
    private final ShownCurves curves;

    RecurrenceTable(Scan<Durations> scan, Recurrence question, int k) {
        this.scan = scan;
        this.question = question;
        Map<String, Tally> tallies = new HashMap<>();
        scan.byHospital().forEach((hospital, durations) -> tallies.put(hospital, tally(durations)));
        this.disclosed = question.isForAll(k)
                ? Disclosure.of(FIGURES, tallies, k)
                : new Disclosed(k, new Shown(Set.of(), Set.of()), Map.of());
        this.curves = new ShownCurves(scan.byHospital(), RECURRENCES, disclosed);
    }

    private static Tally tally(Durations durations) {
        int[] cells = new int[End.values().length];
        for (End end : End.values()) {
            cells[end.ordinal()] = durations.count(end);
        }
        return Tally.of(List.of(cells));
    }

    @Override
    public Definition definition() {
        return Definition.RECURRENCE;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("gap", question.gapDays());
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
        return Set.of("atRisk", "recurrences", "rate", "interval", "at");
    }

    @Override
    public Map<String, Object> network(View view) {
        return fields(curves.everybody(), disclosed.network(), curves.networkLastDay(), view);
    }

    @Override
    public Map<String, Object> group(String hospital, boolean own, View view) {
        Durations durations = scan.byHospital().get(hospital);
        if (durations == null) {
            return Table.nothing();
        }
        return own
                ? fields(durations, Disclosure.whole(FIGURES), durations.lastDay(), view)
                : fields(durations, disclosed.group(hospital), curves.lastDay(hospital), view);
    }

    private static Map<String, Object> fields(Durations durations, Shown shown, int lastDay, View view) {
        Rate rate = new Rate(durations.count(End.EVENT), durations.followed());
        Fields fields = new Fields(shown, view);
        fields.count("atRisk", AT_RISK, rate::cases);
        fields.count("recurrences", RECURRENCES, rate::successes);
        fields.put("rate", RECURRENCES, rate::value);
        fields.put("interval", RECURRENCES, () -> rate.interval(view.level()));
        IncidenceCurve curve = shown.shows(RECURRENCES) && (view.wants("curve") || view.wants("at"))
                ? AalenJohansen.ofDays(
                        durations.byDay(End.EVENT, lastDay),
                        durations.byDay(End.COMPETING, lastDay),
                        durations.byDay(End.CENSORED, lastDay))
                : AalenJohansen.ofDays(new int[0], new int[0], new int[0]);
        fields.put("followedUpTo", RECURRENCES, () -> lastDay < 0 ? Optional.<Integer>empty() : Optional.of(lastDay));
        fields.put("curve", RECURRENCES, () -> Optional.of(curve(curve, view.level())));
        fields.put("at", RECURRENCES, () -> Optional.of(at(curve, view.level())));
        if (shown.shows(RECURRENCES) && lastDay < durations.lastDay()) {
            cutOff(fields, lastDay);
        }
        return fields.ofGroup(AT_RISK, Map.of());
    }

    /** Names the days that are not read because the curve stops before. */
    private static void cutOff(Fields fields, int lastDay) {
        for (int day : READ_AT) {
            if (day > lastDay) {
                fields.suppress("at." + day);
            }
        }
    }

    private static List<Map<String, Object>> curve(IncidenceCurve curve, ConfidenceLevel level) {
        return curve.points().stream()
                .filter(point -> point.events() > 0)
                .map(point -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("day", point.day());
                    fields.putAll(read(point, level));
                    return fields;
                })
                .toList();
    }

    private static Map<String, Object> at(IncidenceCurve curve, ConfidenceLevel level) {
        Map<String, Object> at = new LinkedHashMap<>();
        for (int day : READ_AT) {
            curve.at(day).ifPresent(point -> at.put(Integer.toString(day), read(point, level)));
        }
        return at;
    }

    private static Map<String, Object> read(IncidencePoint point, ConfidenceLevel level) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("incidence", point.incidence());
        point.interval(level).ifPresent(interval -> {
            fields.put("lower", interval.lower());
            fields.put("upper", interval.upper());
        });
        fields.put("atRisk", point.atRisk());
        return fields;
    }
}
