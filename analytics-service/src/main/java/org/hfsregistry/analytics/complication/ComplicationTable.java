package org.hfsregistry.analytics.complication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.ClinicalDefinitions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Rate;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;

/** Complications of operations, by hospital and in all. */
public final class ComplicationTable implements Table {
    private static final String COMPLICATIONS = "complications";
    private static final String ANY_KIND = "anyKind";
    private static final String ANY = "any";
    private static final String PERMANENT = "permanent";

    private final Scan<ComplicationCounts> scan;
    private final Decision decision;

    /** Of a scan, with what is shown of its operations. */
    public ComplicationTable(Scan<ComplicationCounts> scan, Decision operations) {
        this.scan = scan;
        this.decision = operations.followedBy(ComplicationFigures.figures(), scan.mapped(ComplicationFigures::tally));
    }

    @Override
    public Definition definition() {
        return ClinicalDefinitions.COMPLICATIONS;
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
        return Set.of("n", ANY_KIND);
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(decision.everybody(part), decision.network(part), view);
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        return fields(decision.people(hospital, part), decision.group(hospital, part, own), view);
    }

    private static Map<String, Object> fields(Tally people, Shown shown, View view) {
        Fields fields = new Fields(shown, view);
        int n = ComplicationFigures.operations(people);
        fields.count("n", OperationFigures.OPERATIONS, () -> n);
        for (Kinds kind : Kinds.ALL) {
            boolean isAny = kind.equals(Kinds.ANY);
            String name = isAny ? ANY_KIND : COMPLICATIONS + "." + kind.code();
            String figure = ComplicationFigures.any(kind);
            if (isAny) {
                fields.put(ANY_KIND, figure, () -> Optional.of(byCourse(people, kind, shown, view)));
            } else {
                fields.put(COMPLICATIONS, kind.code(), figure, () -> Optional.of(byCourse(people, kind, shown, view)));
            }
            if (fields.shows(figure) && !fields.shows(ComplicationFigures.permanent(kind))) {
                fields.suppress(name + "." + PERMANENT);
            }
        }
        return fields.ofGroup(OperationFigures.OPERATIONS);
    }

    private static Map<String, Object> byCourse(Tally people, Kinds kind, Shown shown, View view) {
        int n = ComplicationFigures.operations(people);
        Map<String, Object> byCourse = new LinkedHashMap<>();
        byCourse.put(ANY, fields(new Rate(ComplicationFigures.any(people, kind), n), view));
        if (shown.shows(ComplicationFigures.permanent(kind))) {
            byCourse.put(PERMANENT, fields(new Rate(ComplicationFigures.permanent(people, kind), n), view));
        }
        return byCourse;
    }

    private static Map<String, Object> fields(Rate rate, View view) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", rate.cases());
        fields.putAll(rate.counted(view.level()));
        return fields;
    }
}
