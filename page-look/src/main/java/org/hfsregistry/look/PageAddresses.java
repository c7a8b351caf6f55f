package org.hfsregistry.look;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the pages of the other services are, as a browser reaches them; every page leads there. Of a service without an address
 * nothing is shown.
 *
 * @param analytics the pages for everybody
 * @param intake the page for submitting
 * @param registry the pages of a hospital's records
 */
@ConfigurationProperties("hfs.pages")
record PageAddresses(
        @Nullable URI analytics,
        @Nullable URI intake,
        @Nullable URI registry) {

    private static final Set<String> OF_PAGES = Set.of("http", "https");

    PageAddresses {
        Stream.of(new URI[] {analytics, intake, registry}).forEach(PageAddresses::require);
    }

    /** Somewhere to go to; the word is a key. */
    record Link(URI address, String word) {}

    /** Those that are set. */
    List<Link> links() {
        return Stream.of(
                        link(analytics, "look.service.analytics"),
                        link(intake, "look.service.intake"),
                        link(registry, "look.service.registry"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Link> link(@Nullable URI address, String word) {
        return address == null ? List.of() : List.of(new Link(address, word));
    }

    private static void require(@Nullable URI address) {
        if (address != null && (address.getHost() == null || !OF_PAGES.contains(address.getScheme()))) {
            throw new IllegalArgumentException("hfs.pages takes addresses such as https://registry.example.org/");
        }
    }
}
