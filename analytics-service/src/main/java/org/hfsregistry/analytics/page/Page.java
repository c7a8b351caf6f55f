package org.hfsregistry.analytics.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.statistic.Answer;

/** What a page shows. It exists so that every page says as of when, and out of how much, its numbers are. */
public sealed interface Page {

    /** What its numbers were made of. */
    Standing standing();

    /**
     * The data at one moment.
     *
     * @param asOf when the newest change in them was made
     * @param dataVersion by which a page that is open knows that there are newer ones
     * @param operations all in the registry
     * @param sessions of injections, all in the registry
     */
    record Standing(Instant asOf, long dataVersion, Figure operations, Figure sessions) {

        static Standing of(Answer answer, Success network, Relief networkBotox) {
            return new Standing(
                    answer.asOf(), answer.positions().dataVersion(), network.operations(), networkBotox.sessions());
        }
    }

    /** A hospital in a list, with its headline numbers. */
    record Entry(Hospital hospital, Success success, Relief botox) {

        /** By how much its success differs from the network's, where both are shown. */
        public Optional<Double> differsFrom(Figure network) {
            return success.rate().value().flatMap(rate -> network.value().map(all -> rate - all));
        }
    }

    /** All hospitals, and the network as an entry without a hospital. */
    record Listing(Standing standing, List<Entry> entries, Success network, Relief networkBotox) implements Page {

        /** All of them by their names. */
        public List<Entry> byName() {
            return entries.stream().sorted(Search.BY_NAME).toList();
        }

        /** The countries that hospitals said they are in. */
        public List<String> countries() {
            return entries.stream()
                    .flatMap(entry -> entry.hospital().country().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** One hospital. */
    record OfHospital(Standing standing, Hospital hospital, Numbers numbers, Numbers network, Details details)
            implements Page {}

    /** What is told of one hospital, and neither of several nor of all. */
    record Details(
            List<Relief.OfPart> byProduct,
            List<Relief.OfPart> byInjectionNumber,
            List<Relief.OfPart> byYear,
            List<Clinical.OfDrug> byDrug,
            CaseMix caseMix,
            Relief.Trend trend) {}

    /** Several hospitals side by side. */
    record Comparison(Standing standing, List<Compared> hospitals, Numbers network) implements Page {

        /** Whether there is a success to draw. */
        public boolean showsSuccess() {
            return hospitals.stream()
                    .anyMatch(each -> each.numbers().success().rate().isShown());
        }
    }

    /** One of several. */
    record Compared(Hospital hospital, Numbers numbers) {}

    /** What each treatment gave across the network. */
    record OfNetwork(Standing standing, Numbers network, List<Relief.OfPart> byProduct) implements Page {}
}
