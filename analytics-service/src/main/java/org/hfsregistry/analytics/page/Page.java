package org.hfsregistry.analytics.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a page shows. It exists so that every page says as of when, and by which k, its numbers are. */
public sealed interface Page {

    /** When the newest change in the numbers was made. */
    Instant asOf();

    /** How few people no number may tell of. */
    int k();

    /** A hospital in a list, with its headline numbers. */
    record Entry(Hospital hospital, Success success, Relief botox) {

        /** By how much its success differs from the network's, where both are shown. */
        public Optional<Double> differsFrom(Figure network) {
            return success.rate().value().flatMap(rate -> network.value().map(all -> rate - all));
        }
    }

    /** All hospitals, and the network as an entry without a hospital. */
    record Listing(Instant asOf, int k, List<Entry> entries, Success network, Relief networkBotox) implements Page {

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
    record OfHospital(
            Instant asOf,
            int k,
            Hospital hospital,
            Numbers numbers,
            Numbers network,
            List<Relief.OfPart> byProduct,
            List<Relief.OfPart> byInjectionNumber)
            implements Page {}

    /** Several hospitals side by side. */
    record Comparison(Instant asOf, int k, List<Compared> hospitals, Numbers network) implements Page {

        /** Whether there is a success to draw. */
        public boolean showsSuccess() {
            return hospitals.stream()
                    .anyMatch(each -> each.numbers().success().rate().isShown());
        }
    }

    /** One of several. */
    record Compared(Hospital hospital, Numbers numbers) {}

    /** What each treatment gave across the network. */
    record OfNetwork(Instant asOf, int k, Numbers network, List<Relief.OfPart> byProduct) implements Page {}
}
