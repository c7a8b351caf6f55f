package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Told;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/**
 * What is missing of a hospital's data, for the hospital itself. It exists so that each gap stands beside where it is mended.
 *
 * @param unregistered years of which it said how many treatments it did, the newest first
 * @param traits what was not said of some treatments
 */
public record Missing(
        Assessments assessments,
        List<OfYear> unregistered,
        Quarantine quarantine,
        List<Delay> delays,
        List<Trait> traits) {

    /**
     * Of the answers to it.
     *
     * @param quality how good the data are, of all
     * @param byYear the same of each year
     */
    static Missing of(Map<String, Object> missing, Map<String, Object> quality, List<Map<String, Object>> byYear) {
        Told told = Told.of(missing);
        Told ofAll = Told.of(quality);
        return new Missing(
                Assessments.of(told.part("assessments"), ofAll),
                byYear.reversed().stream()
                        .map(Told::of)
                        .flatMap(year -> Stream.of(Treatment.values()).flatMap(each -> OfYear.of(year, each).stream()))
                        .toList(),
                Quarantine.of(ofAll.part("quarantine")),
                Stream.of(Treatment.values())
                        .map(each -> Delay.of(each.code(), ofAll.part("daysToSubmission")))
                        .filter(delay -> delay.treatments().isMoreThanNone())
                        .toList(),
                Stream.of(Treatment.values())
                        .flatMap(each -> Trait.of(each.code(), told.part("traits")))
                        .filter(trait -> trait.missing().isMoreThanNone())
                        .toList());
    }

    /**
     * Operations without an assessment at a year.
     *
     * @param missed whose time is over
     * @param closing whose time is over soon
     * @param open whose time has come
     */
    public record Assessments(Figure missed, Figure closing, Figure open, Figure due, Figure completeness) {

        private static Assessments of(Told told, Told quality) {
            return new Assessments(
                    told.figure("missed"),
                    told.figure("closing"),
                    told.figure("open"),
                    quality.figure("due"),
                    quality.figure("completeness"));
        }
    }

    /** Treatments of a year that it said it did, and how many of them are registered. */
    public record OfYear(String year, String treatment, int eligible, int registered) {

        private static Optional<OfYear> of(Told year, Treatment treatment) {
            Told cases = year.part("caseAscertainment").part(treatment.code());
            return cases.names().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new OfYear(
                            year.text("year").orElse(""),
                            treatment.code(),
                            cases.whole("eligible"),
                            cases.whole("registered")));
        }

        /** How many are not registered; none where more are than it said. */
        public int missing() {
            return Math.max(0, eligible - registered);
        }
    }

    /**
     * What waits in quarantine.
     *
     * @param oldest when the one came that waits longest
     */
    public record Quarantine(Figure open, Optional<String> oldest, List<Reason> reasons) {

        private static Quarantine of(Told told) {
            Told byCode = told.part("byCode");
            return new Quarantine(
                    told.figure("open"),
                    told.text("oldestOpenAt").map(moment -> moment.substring(0, moment.indexOf('T'))),
                    byCode.names().stream()
                            .map(code -> new Reason(code, byCode.figure(code)))
                            .toList());
        }
    }

    /** How many wait for one reason. */
    public record Reason(String code, Figure count) {}

    /** Days from treatments to their submission. */
    public record Delay(String treatment, Figure treatments, Figure median, Figure ninthDecile) {

        private static Delay of(String treatment, Told told) {
            Told days = told.part(treatment);
            return new Delay(treatment, days.figure("n"), days.figure("median"), days.figure("p90"));
        }
    }

    /**
     * Something that was not said of some treatments.
     *
     * @param of how many treatments it is wanted
     */
    public record Trait(String treatment, String name, Figure missing, Figure of) {

        private static Stream<Trait> of(String treatment, Told told) {
            Told traits = told.part(treatment);
            return traits.names().stream()
                    .map(name -> new Trait(
                            treatment,
                            name,
                            traits.part(name).figure("missing"),
                            traits.part(name).figure("of")));
        }
    }
}
