package org.hfsregistry.analytics.table;

import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.decision.ShownCurves;
import org.hfsregistry.analytics.decision.ShownCurves.Curve;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.question.Question.Recurrence;

/** Return of the spasm after operations, by hospital and in all. */
public final class RecurrenceTable implements Table {
    private final Scan<Durations> scan;
    private final Recurrence question;
    private final Decision decision;
    private final ShownCurves curves;

    /** Of a scan, with what is shown of its operations. */
    public RecurrenceTable(Scan<Durations> scan, Recurrence question, Decision decision) {
        this.scan = scan;
        this.question = question;
        this.decision = decision;
        this.curves = new ShownCurves(scan.parts(), OperationFigures.RECURRENCE_CURVE, decision);
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
    public Scan<?> scan() {
        return scan;
    }

    @Override
    public Set<String> headline() {
        return Set.of("atRisk", "recurrences", "rate", "interval", "at");
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(curves.network(part), decision.network(part), view);
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        return fields(curves.group(hospital, part, own), decision.group(hospital, part, own), view);
    }

    private static Map<String, Object> fields(Curve curve, Shown shown, View view) {
        Rate rate =
                new Rate(curve.durations().count(End.EVENT), curve.durations().followed());
        Fields fields = new Fields(curve.beside(shown, OperationFigures.RECURRENCE_CURVE), view);
        fields.count("atRisk", OperationFigures.AT_RISK, rate::cases);
        fields.count("recurrences", OperationFigures.RECURRENCES, rate::successes);
        fields.put("rate", OperationFigures.RECURRENCES, rate::value);
        fields.put("interval", OperationFigures.RECURRENCES, () -> rate.interval(view.level()));
        new IncidenceFields(curve, OperationFigures.RECURRENCE_CURVE, 365, 730, 1825, 3650).putInto(fields, view);
        return fields.ofGroup(OperationFigures.AT_RISK);
    }
}
