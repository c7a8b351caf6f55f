package org.hfsregistry.analytics.sequence;

import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.decision.ShownCurves;
import org.hfsregistry.analytics.decision.ShownCurves.Curve;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.IncidenceFields;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;

/** Operations after first injections, by hospital and in all. */
public final class BotoxToMvdTable implements Table {
    private final Scan<Sequences> scan;
    private final Decision decision;
    private final ShownCurves curves;

    /** Of a scan, with what is shown of it. */
    public BotoxToMvdTable(Scan<Sequences> scan, Decision decision) {
        this.scan = scan;
        this.decision = decision;
        this.curves = new ShownCurves(scan.mapped(Sequences::ways), SequenceFigures.CURVE, decision);
    }

    @Override
    public Definition definition() {
        return Definition.BOTOX_TO_MVD;
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
        return Set.of("patients", "operated", "at");
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
        Fields fields = new Fields(curve.beside(shown, SequenceFigures.CURVE), view);
        fields.count("patients", SequenceFigures.PATIENTS, curve.durations()::followed);
        fields.count(
                "operated", SequenceFigures.OPERATED, () -> curve.durations().count(End.EVENT));
        new IncidenceFields(curve, SequenceFigures.CURVE, 365, 730, 1825).putInto(fields, view);
        return fields.ofGroup(SequenceFigures.PATIENTS);
    }
}
