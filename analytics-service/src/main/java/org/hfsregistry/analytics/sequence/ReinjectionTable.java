package org.hfsregistry.analytics.sequence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.QuantileEnds;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;
import org.hfsregistry.statistics.Quantile;

/** Days from an injection to the next, by hospital and in all. */
public final class ReinjectionTable implements Table {
    private final Scan<Sequences> scan;
    private final SortedMap<String, SortedMap<Integer, Durations>> intervals;
    private final Decision decision;

    /** Of a scan, with what is shown of it. */
    public ReinjectionTable(Scan<Sequences> scan, Decision decision) {
        this.scan = scan;
        this.intervals = scan.mapped(Sequences::intervals);
        this.decision = decision;
    }

    private enum Quantiles {
        MEDIAN("medianDays", 0.5),
        FIRST_QUARTILE("p25", 0.25),
        THIRD_QUARTILE("p75", 0.75);

        private final String field;
        private final double part;

        Quantiles(String field, double part) {
            this.field = field;
            this.part = part;
        }
    }

    @Override
    public Definition definition() {
        return Definition.REINJECTION;
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
        return Set.of("n", "medianDays", "p25", "p75");
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        List<Durations> ofHospitals =
                hospitals().stream().map(hospital -> intervals(hospital, part)).toList();
        int largest = ofHospitals.stream().mapToInt(Durations::followed).max().orElse(0);
        return fields(Durations.sum(ofHospitals), decision.network(part), largest, decision.k(), view);
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        Durations days = intervals(hospital, part);
        return own
                ? fields(days, decision.own(), 0, 0, view)
                : fields(days, decision.group(hospital, part), 0, decision.k(), view);
    }

    private Durations intervals(String hospital, Part part) {
        return Durations.sum(
                part.among(Optional.ofNullable(intervals.get(hospital)).orElseThrow()));
    }

    /**
     * A group's fields.
     *
     * @param largestOfOne how many are of the hospital that has most, where they are of several
     * @param leastOnASide of a quantile
     */
    private static Map<String, Object> fields(
            Durations days, Shown shown, int largestOfOne, int leastOnASide, View view) {
        Fields fields = new Fields(shown, view);
        int n = days.followed();
        fields.count("n", SequenceFigures.REINJECTIONS, () -> n);
        for (Quantiles quantile : Quantiles.values()) {
            if (n == 0 || QuantileEnds.areOfMany(n, largestOfOne, quantile.part, leastOnASide)) {
                fields.put(quantile.field, SequenceFigures.REINJECTIONS, () -> value(days, quantile));
            } else {
                fields.suppress(quantile.field);
            }
        }
        return fields.ofGroup(SequenceFigures.REINJECTIONS);
    }

    private static Optional<Double> value(Durations days, Quantiles quantile) {
        return days.followed() == 0
                ? Optional.empty()
                : Optional.of(Quantile.ofDays(days.byDay(End.EVENT, days.lastDay()), quantile.part));
    }
}
