package org.hfsregistry.analytics.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.decision.SessionFigures;
import org.hfsregistry.analytics.decision.ShownCurves;
import org.hfsregistry.analytics.decision.ShownCurves.Curve;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.survival.KaplanMeier;
import org.hfsregistry.statistics.survival.Median;
import org.hfsregistry.statistics.survival.SurvivalCurve;
import org.hfsregistry.statistics.survival.SurvivalPoint;

/** Relief by injections, by hospital and in all. */
public final class ReliefTable implements Table {
    private final Scan<Sessions> scan;
    private final Decision decision;
    private final ShownCurves curves;

    /** Of a scan, with what is shown of its sessions. */
    public ReliefTable(Scan<Sessions> scan, Decision decision) {
        this.scan = scan;
        this.decision = decision;
        this.curves = new ShownCurves(scan.mapped(Sessions::relief), SessionFigures.CURVE, decision);
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
    public Scan<?> scan() {
        return scan;
    }

    @Override
    public Set<String> headline() {
        return Set.of("n", "responders", "responseRate", "interval", "medianDays", "medianInterval", "meanDays");
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(decision.everybody(part), curves.network(part), decision.network(part), view);
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        return fields(
                decision.people(hospital, part),
                curves.group(hospital, part, own),
                decision.group(hospital, part, own),
                view);
    }

    private static Map<String, Object> fields(Tally tally, Curve relief, Shown shown, View view) {
        Rate response = new Rate(SessionFigures.responders(tally), SessionFigures.sessions(tally));
        Fields fields = new Fields(relief.beside(shown, SessionFigures.CURVE), view);
        fields.count("n", SessionFigures.SESSIONS, response::cases);
        fields.count("responders", SessionFigures.RESPONDERS, response::successes);
        fields.put("responseRate", SessionFigures.RESPONDERS, response::value);
        fields.put("interval", SessionFigures.RESPONDERS, () -> response.interval(view.level()));
        putCurve(relief, fields, view);
        fields.put("adverse", SessionFigures.SESSIONS, () -> Optional.of(adverse(tally, shown, view.level())));
        for (Complication.Kind kind : Complication.Kind.values()) {
            if (!shown.shows(kind.code())) {
                fields.suppress("adverse." + kind.code());
            }
        }
        return fields.ofGroup(SessionFigures.SESSIONS);
    }

    private static void putCurve(Curve relief, Fields fields, View view) {
        int lastDay = relief.lastDay();
        SurvivalCurve curve = fields.shows(SessionFigures.CURVE)
                ? KaplanMeier.ofDays(
                        relief.durations().byDay(End.EVENT, lastDay),
                        relief.durations().byDay(End.CENSORED, lastDay))
                : KaplanMeier.ofDays(new int[0], new int[0]);
        Median median = curve.median(view.level());
        fields.put(
                "followedUpTo",
                SessionFigures.CURVE,
                () -> lastDay < 0 ? Optional.<Integer>empty() : Optional.of(lastDay));
        fields.put("followUp", SessionFigures.CURVE, () -> Optional.of(FollowUp.of(relief, view.level())));
        fields.put("medianDays", SessionFigures.CURVE, () -> Fields.of(median.days()));
        fields.put(
                "medianInterval",
                SessionFigures.CURVE,
                () -> median.days().isEmpty() ? Optional.empty() : ends(median));
        fields.put("meanDays", SessionFigures.CURVE, () -> Fields.of(curve.restrictedMeanDays()));
        fields.put("curve", SessionFigures.CURVE, () -> Optional.of(curve(curve, view.level())));
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
                Rate rate = new Rate(SessionFigures.with(tally, kind), SessionFigures.sessions(tally));
                adverse.put(kind.code(), rate.counted(level));
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
