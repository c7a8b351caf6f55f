package org.hfsregistry.analytics.wellbeing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.ClinicalDefinitions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.question.Question.QualityOfLife;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Rate;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;
import org.hfsregistry.analytics.treatment.Scores;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.sample.Moments;

/** Quality of life before and after treatments of one kind, by hospital and in all. */
public final class QualityOfLifeTable implements Table {
    private final Scan<Wellbeing> scan;
    private final QualityOfLife question;
    private final Decision decision;
    private final SortedMap<Integer, Wellbeing> network = new TreeMap<>();

    /**
     * Of a scan, with what is shown of its treatments.
     *
     * @param size the name of the figure that is their number
     */
    public QualityOfLifeTable(Scan<Wellbeing> scan, QualityOfLife question, String size, Decision treatments) {
        this.scan = scan;
        this.question = question;
        this.decision = treatments.followedBy(new ScoreFigures(size).figures(), scan.mapped(ScoreFigures::tally));
        scan.parts()
                .values()
                .forEach(parts -> parts.forEach((part, wellbeing) ->
                        network.merge(part, wellbeing, (one, other) -> Wellbeing.sum(List.of(one, other)))));
    }

    @Override
    public Definition definition() {
        return ClinicalDefinitions.QUALITY_OF_LIFE;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("treatment", question.treatment().code());
    }

    @Override
    public Scan<?> scan() {
        return scan;
    }

    @Override
    public Set<String> headline() {
        return Set.of("instruments");
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(Wellbeing.sum(part.among(network)), decision.network(part), decision.k(), view);
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        Wellbeing wellbeing = Wellbeing.sum(part.among(scan.parts().getOrDefault(hospital, new TreeMap<>())));
        return own
                ? fields(wellbeing, decision.own(), 1, view)
                : fields(wellbeing, decision.group(hospital, part), decision.k(), view);
    }

    private static Map<String, Object> fields(Wellbeing wellbeing, Shown shown, int k, View view) {
        Fields fields = new Fields(shown, view);
        for (Instrument instrument : Instrument.values()) {
            fields.put(
                    "instruments",
                    instrument.code(),
                    ScoreFigures.pairs(instrument),
                    () -> Optional.of(new OfInstrument(instrument, wellbeing.by(instrument), k, view).values(shown)));
            if (shown.shows(ScoreFigures.pairs(instrument))) {
                new OfInstrument(instrument, wellbeing.by(instrument), k, view).suppress(shown, fields);
            }
        }
        return fields.ofGroup(ScoreFigures.pairs(Instrument.HFS_7), ScoreFigures.pairs(Instrument.HFS_30));
    }

    /**
     * What is told of scores by one instrument.
     *
     * @param k how many people a shown number stands for; 1 where all is told, and to its last digit
     */
    private record OfInstrument(Instrument instrument, ScoreSums sums, int k, View view) {

        Map<String, Object> values(Shown shown) {
            Map<String, Object> values = new LinkedHashMap<>();
            int n = sums.pairs();
            values.put("n", n);
            if (n > 0 && shown.shows(ScoreFigures.before(instrument))) {
                values.put("meanBefore", told(points((double) sums.before() / n)));
            }
            if (n > 0 && shown.shows(ScoreFigures.after(instrument))) {
                values.put("meanAfter", told(points((double) sums.after() / n)));
                mean().ifPresent(mean -> values.put("meanChange", told(mean)));
                if (spreadsFar()) {
                    interval().ifPresent(interval -> values.put("interval", interval));
                }
            }
            if (n > 0 && instrument == Instrument.HFS_7 && shown.shows(ScoreFigures.better(instrument))) {
                values.put("importantlyBetter", new Rate(sums.better(), n).counted(view.level()));
            }
            return values;
        }

        void suppress(Shown shown, Fields fields) {
            String field = "instruments." + instrument.code() + ".";
            if (!shown.shows(ScoreFigures.before(instrument))) {
                fields.suppress(field + "meanBefore");
            }
            if (!shown.shows(ScoreFigures.after(instrument))) {
                fields.suppress(field + "meanAfter");
                fields.suppress(field + "meanChange");
            }
            if (!shown.shows(ScoreFigures.after(instrument)) || !spreadsFar()) {
                fields.suppress(field + "interval");
            }
            if (instrument == Instrument.HFS_7 && !shown.shows(ScoreFigures.better(instrument))) {
                fields.suppress(field + "importantlyBetter");
            }
        }

        private OptionalDouble mean() {
            OptionalDouble mean = sums.changes().mean();
            return mean.isEmpty() ? mean : OptionalDouble.of(points(mean.getAsDouble()));
        }

        /** Changes that hardly differ are told apart by how few differ, as the width of the interval would tell. */
        private boolean spreadsFar() {
            double squares = sums.changes().squaredDeviations() / Scores.PARTS_OF_A_POINT / Scores.PARTS_OF_A_POINT;
            return k == 1 || squares >= k;
        }

        /** For others made of the mean and the error as they are told: by many levels the exact ones could be narrowed down. */
        private Optional<Map<String, Object>> interval() {
            Moments changes = sums.changes();
            return changes.meanInterval(view.level())
                    .map(exact -> k == 1
                            ? new Interval(points(exact.lower()), points(exact.upper()))
                            : Moments.tInterval(
                                    told(points(changes.mean().orElseThrow())),
                                    twoDigitsUp(points(changes.standardError().orElseThrow())),
                                    changes.count(),
                                    view.level()))
                    .map(ends -> Fields.interval("t", ends));
        }

        private static double twoDigitsUp(double error) {
            return new BigDecimal(error)
                    .round(new MathContext(2, RoundingMode.UP))
                    .doubleValue();
        }

        private static double points(double parts) {
            return parts / Scores.PARTS_OF_A_POINT;
        }

        /** To a tenth of a point for others than the hospital itself: a mean of many digits is the sum that it is made of. */
        private double told(double exact) {
            return k == 1 ? exact : Math.rint(exact * 10) / 10;
        }
    }
}
