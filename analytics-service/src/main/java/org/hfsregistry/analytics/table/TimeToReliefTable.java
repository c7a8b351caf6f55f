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

/** Time from operations to relief, by hospital and in all. */
public final class TimeToReliefTable implements Table {
    private final Scan<Durations> scan;
    private final Decision decision;
    private final ShownCurves curves;

    /** Of a scan, with what is shown of its operations. */
    public TimeToReliefTable(Scan<Durations> scan, Decision decision) {
        this.scan = scan;
        this.decision = decision;
        this.curves = new ShownCurves(scan.parts(), OperationFigures.RELIEF_CURVE, decision);
    }

    @Override
    public Definition definition() {
        return Definition.TIME_TO_RELIEF;
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
        return Set.of("n", "relieved", "medianDays", "at");
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
        Fields fields = new Fields(curve.beside(shown, OperationFigures.RELIEF_CURVE), view);
        fields.count("n", OperationFigures.OPERATIONS, curve.durations()::followed);
        fields.count(
                "relieved", OperationFigures.RELIEVED, () -> curve.durations().count(End.EVENT));
        IncidenceFields incidence = new IncidenceFields(curve, OperationFigures.RELIEF_CURVE, 7, 90, 365);
        fields.put(
                "medianDays",
                OperationFigures.RELIEF_CURVE,
                () -> Fields.of(incidence.incidence().medianDays()));
        incidence.putInto(fields, view);
        return fields.ofGroup(OperationFigures.OPERATIONS);
    }
}
