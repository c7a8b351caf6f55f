package org.hfsregistry.analytics.casemix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.contract.outcome.TreatmentKind;

/**
 * The patients of one treatment, with what is shown of them. It exists so that each treatment's patients are decided on with
 * that treatment.
 */
public final class OfTreatment {
    private final MixFigures figures;
    private final Scan<Mix> scan;
    private final Decision decision;

    /**
     * Of a scan of treatments of the kind.
     *
     * @param size the name of the figure that is their number
     * @param treatments what is shown of them
     */
    public OfTreatment(TreatmentKind kind, String size, Scan<Mix> scan, Decision treatments) {
        this.figures = new MixFigures(kind, size);
        this.scan = scan;
        this.decision = treatments.followedBy(figures.figures(), scan.mapped(MixFigures::tally));
    }

    Scan<Mix> scan() {
        return scan;
    }

    Decision decision() {
        return decision;
    }

    /** The name of the figure that is the number of patients. */
    String size() {
        return figures.patients();
    }

    /** Puts how many there are, and how many have each value; of what nobody has, nothing. */
    void putInto(Fields fields, Tally people, Shown shown) {
        String field = figures.kind().code();
        int patients = MixFigures.patients(people);
        fields.put(field, "patients", size(), () -> Optional.of(patients));
        for (Axis axis : axes()) {
            fields.put(field, axis.field(), size(), () -> Optional.of(byValue(people, axis, patients, shown)));
            if (shown.shows(size())) {
                for (int value = 0; value < axis.codes().size(); value++) {
                    if (!shown.shows(figures.having(axis, value))) {
                        fields.suppress(
                                field + "." + axis.field() + "." + axis.codes().get(value));
                    }
                }
            }
        }
    }

    /** Vessels are found in operations alone. */
    private List<Axis> axes() {
        List<Axis> axes = new ArrayList<>(List.of(Axis.values()));
        if (figures.kind() != TreatmentKind.MVD) {
            axes.remove(Axis.VESSEL);
        }
        return axes;
    }

    private Map<String, Object> byValue(Tally people, Axis axis, int patients, Shown shown) {
        Map<String, Object> byValue = new LinkedHashMap<>();
        List<Integer> having = MixFigures.having(people, axis);
        for (int value = 0; value < having.size(); value++) {
            int count = having.get(value);
            if (count > 0 && shown.shows(figures.having(axis, value))) {
                Map<String, Object> of = new LinkedHashMap<>();
                of.put("count", count);
                of.put("share", (double) count / patients);
                byValue.put(axis.codes().get(value), of);
            }
        }
        return byValue;
    }
}
