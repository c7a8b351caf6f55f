package org.hfsregistry.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.OperationFigures;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.decision.SessionFigures;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.question.Question.Success;
import org.hfsregistry.analytics.table.Completeness;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/** How good the data are, by hospital and in all. */
public final class QualityTable implements Table {
    private static final Completeness AT_A_YEAR = new Completeness(Success.DEFAULT, OperationFigures.ofDefaults());

    private final QualityScan scan;
    private final Decision operations;
    private final List<OfKind> kinds;
    private final Optional<Retractions> retractions;
    private final Optional<Quarantines> quarantines;

    /** Of a scan, with what is shown of its operations and of its sessions. */
    public QualityTable(QualityScan scan, Decision operations, Decision sessions) {
        this.scan = scan;
        this.operations = operations;
        this.kinds = List.of(
                ofKind(
                        Treatment.MVD,
                        OperationFigures.OPERATIONS,
                        operations,
                        scan.operations().mapped(OperationCounts::count)),
                ofKind(
                        Treatment.BOTOX,
                        SessionFigures.SESSIONS,
                        sessions,
                        scan.sessions().mapped(Sessions::count)));
        this.retractions = scan.beside().map(beside -> new Retractions(beside.reports(), operations));
        this.quarantines = scan.beside().map(beside -> new Quarantines(beside.quarantines(), hospitals(), operations));
    }

    /**
     * Treatments of one kind.
     *
     * @param size the name of the figure that is their number
     * @param decision what is shown of them
     */
    private record OfKind(Treatment treatment, String size, Decision decision, Optional<Ascertainment> ascertainment) {}

    private OfKind ofKind(
            Treatment treatment,
            String size,
            Decision decision,
            SortedMap<String, SortedMap<Integer, Integer>> registered) {
        return new OfKind(
                treatment,
                size,
                decision,
                scan.beside()
                        .map(beside ->
                                new Ascertainment(treatment, size, decision, registered, beside.eligibleCases())));
    }

    @Override
    public Definition definition() {
        return Definition.QUALITY;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public Scan<?> scan() {
        return scan.operations();
    }

    @Override
    public LogPositions positions() {
        return scan.positions();
    }

    /** Years in which there is an operation, a session, or a number of those that there should be. */
    @Override
    public List<Integer> parts() {
        TreeSet<Integer> parts = new TreeSet<>(scan.submissions().numbers());
        kinds.forEach(kind -> kind.ascertainment().ifPresent(known -> parts.addAll(known.years())));
        return List.copyOf(parts);
    }

    @Override
    public Set<String> headline() {
        return Set.of("completeness");
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(new Whose.Network(), part, view);
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        return fields(new Whose.Hospital(hospital, own), part, view);
    }

    /** One that all was refused of has no treatments, and sees its quarantine. */
    @Override
    public boolean isThere(String hospital, boolean own) {
        return own || Table.super.isThere(hospital, own);
    }

    private Map<String, Object> fields(Whose whose, Part part, View view) {
        Fields fields = new Fields(shown(whose, part), view);
        AT_A_YEAR.putInto(fields, whose.people(operations, part));
        kinds.forEach(kind -> kind.ascertainment().ifPresent(known -> known.putInto(fields, whose, part)));
        kinds.forEach(kind -> delays(kind, whose, part).putInto(fields, kind.size()));
        if (part.whole()) {
            retractions.ifPresent(known -> known.putInto(fields, whose, view.level()));
            quarantines.ifPresent(known -> known.putInto(fields, whose));
        }
        return fields.ofGroup(kinds.stream().map(OfKind::size).toArray(String[]::new));
    }

    private Delays delays(OfKind kind, Whose whose, Part part) {
        List<Durations> days = new ArrayList<>();
        whose.among(scan.submissions().parts(), part).forEach(each -> days.add(each.of(kind.treatment())));
        return new Delays(
                kind.treatment(),
                Durations.sum(days),
                whose instanceof Whose.Network ? largestOfOne(kind, part) : 0,
                whose.own() ? 0 : kind.decision().k());
    }

    private int largestOfOne(OfKind kind, Part part) {
        return scan.submissions().parts().keySet().stream()
                .map(hospital -> new Whose.Hospital(hospital, false)
                        .among(scan.submissions().parts(), part))
                .mapToInt(ofHospital -> ofHospital.stream()
                        .mapToInt(each -> each.of(kind.treatment()).followed())
                        .sum())
                .max()
                .orElse(0);
    }

    private Shown shown(Whose whose, Part part) {
        Shown shown = new Shown(Set.of(), Set.of());
        for (OfKind kind : kinds) {
            shown = shown.and(whose.shown(kind.decision(), part));
            if (kind.ascertainment().isPresent()) {
                shown = shown.and(kind.ascertainment().get().shown(whose, part));
            }
        }
        if (part.whole() && retractions.isPresent() && quarantines.isPresent()) {
            shown = shown.and(retractions.get().shown(whose))
                    .and(quarantines.get().shown(whose));
        }
        return shown;
    }
}
