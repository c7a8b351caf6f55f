package org.hfsregistry.analytics.casemix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.ClinicalDefinitions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;

/** Who is treated, by hospital and in all. */
public final class CaseMixTable implements Table {
    private final List<OfTreatment> treatments;

    /** Of the patients of each treatment, all of one cut and by one trait. */
    public CaseMixTable(List<OfTreatment> treatments) {
        this.treatments = List.copyOf(treatments);
    }

    @Override
    public Definition definition() {
        return ClinicalDefinitions.CASE_MIX;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public Scan<?> scan() {
        return treatments.getFirst().scan();
    }

    /** Parts that any treatment is in. */
    @Override
    public List<Integer> parts() {
        Set<Integer> parts = new TreeSet<>();
        treatments.forEach(of -> parts.addAll(of.scan().numbers()));
        return List.copyOf(parts);
    }

    @Override
    public Set<String> headline() {
        return Set.of();
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(view, decision -> decision.everybody(part), decision -> decision.network(part));
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        return fields(
                view, decision -> decision.people(hospital, part), decision -> decision.group(hospital, part, own));
    }

    private Map<String, Object> fields(View view, Function<Decision, Tally> people, Function<Decision, Shown> shown) {
        Shown together = new Shown(Set.of(), Set.of());
        for (OfTreatment of : treatments) {
            together = together.and(shown.apply(of.decision()));
        }
        Fields fields = new Fields(together, view);
        for (OfTreatment of : treatments) {
            of.putInto(fields, people.apply(of.decision()), together);
        }
        return fields.ofGroup(treatments.stream().map(OfTreatment::size).toArray(String[]::new));
    }
}
