package org.hfsregistry.analytics.quality;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.ReportCounts;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.measure.Scans;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.measure.Submissions;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.registered.QuarantineCounts;

/**
 * All that is told of the quality of data, of one cut. It exists so that what is computed afterwards needs no lock.
 *
 * @param positions of all topics, as what is in quarantine is told too
 * @param beside what is known of years and hospitals and not of single treatments; absent where a filter asks for some of
 *     these
 */
public record QualityScan(
        LogPositions positions,
        Scan<OperationCounts> operations,
        Scan<Sessions> sessions,
        Scan<Submissions> submissions,
        Optional<Beside> beside) {

    /**
     * What is known of years and hospitals.
     *
     * @param eligibleCases how many treatments each hospital said it did
     */
    public record Beside(
            Scan<ReportCounts> reports,
            SortedMap<String, List<EligibleCases>> eligibleCases,
            Map<String, QuarantineCounts> quarantines) {

        /** Takes copies. */
        public Beside {
            eligibleCases = Collections.unmodifiableSortedMap(new TreeMap<>(eligibleCases));
            quarantines = Map.copyOf(quarantines);
        }
    }

    /** Scans all hospitals. What hospitals say they did is by year, so all treatments are looked at by year too. */
    public static QualityScan of(Scans scans, Population.Cut cut, Trait asked) {
        Trait trait = asked == Trait.NONE ? Trait.YEAR : asked;
        return new QualityScan(
                cut.positions(),
                scans.operations(cut, trait),
                scans.sessions(cut, trait),
                scans.submissions(cut, trait),
                trait == Trait.YEAR ? Optional.of(beside(scans, cut)) : Optional.empty());
    }

    private static Beside beside(Scans scans, Population.Cut cut) {
        SortedMap<String, List<EligibleCases>> eligible = new TreeMap<>();
        cut.cohorts().keySet().forEach(hospital -> eligible.put(hospital, cut.eligibleCases(hospital)));
        return new Beside(scans.reports(cut), eligible, cut.quarantines());
    }

    /** Scans what a filter takes in of one hospital's treatments. */
    public static QualityScan of(Scans.OfOne one) {
        return new QualityScan(
                one.cut().positions(), one.operations(), one.sessions(), one.submissions(), Optional.empty());
    }
}
