package org.hfsregistry.analytics.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hfsregistry.analytics.page.Page.Entry;
import org.hfsregistry.analytics.page.Page.Listing;

/**
 * Which hospitals somebody looks for. It exists so that they are ordered by name, or by how far they are from the network on
 * whichever side, and by nothing that makes a league of them.
 *
 * @param name a part of the name or id
 * @param equipment all of which it has
 * @param team all of whom it has
 */
public record Search(
        String name,
        Optional<String> country,
        Optional<Treatment> treatment,
        Set<String> equipment,
        Set<String> team,
        Order order) {

    /** A treatment that a hospital has shown numbers of. */
    public enum Treatment {
        MVD,
        BOTOX
    }

    /** What the list is ordered by. */
    public enum Order {
        NAME,
        DISTANCE
    }

    static final Comparator<Entry> BY_NAME = Comparator.comparing(
                    (Entry entry) -> entry.hospital().name().toLowerCase(Locale.ROOT))
            .thenComparing(entry -> entry.hospital().id());

    /** The hospitals that fit, in order. */
    public List<Entry> in(Listing listing) {
        return listing.entries().stream()
                .filter(this::fits)
                .sorted(
                        switch (order) {
                            case NAME -> BY_NAME;
                            case DISTANCE -> farthestFirst(listing);
                        })
                .toList();
    }

    private static Comparator<Entry> farthestFirst(Listing listing) {
        return Comparator.comparingDouble(
                        (Entry entry) -> -entry.differsFrom(listing.network().rate())
                                .map(Math::abs)
                                .orElse(-1.0))
                .thenComparing(BY_NAME);
    }

    private boolean fits(Entry entry) {
        Hospital hospital = entry.hospital();
        String sought = name.strip().toLowerCase(Locale.ROOT);
        return Stream.of(hospital.name(), hospital.id())
                        .anyMatch(called -> called.toLowerCase(Locale.ROOT).contains(sought))
                && country.filter(code -> !hospital.country().equals(Optional.of(code)))
                        .isEmpty()
                && treatment.filter(kind -> !shows(entry, kind)).isEmpty()
                && equipment.stream().allMatch(hospital::has)
                && hospital.team().containsAll(team);
    }

    private static boolean shows(Entry entry, Treatment treatment) {
        return switch (treatment) {
            case MVD -> entry.success().assessed().isShown();
            case BOTOX -> entry.botox().sessions().isShown();
        };
    }
}
