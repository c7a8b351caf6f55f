package org.hfsregistry.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;

/** Of whom fields are told: of a hospital, to others or to itself, or of all together. */
sealed interface Whose {

    /** A hospital; {@code own} where it asks itself. */
    record Hospital(String id, boolean own) implements Whose {}

    /** All together. */
    record Network() implements Whose {}

    /** Whether all of it is shown. */
    default boolean own() {
        return switch (this) {
            case Hospital hospital -> hospital.own();
            case Network _ -> false;
        };
    }

    /** The people. */
    default Tally people(Decision decision, Part part) {
        return switch (this) {
            case Hospital hospital -> decision.people(hospital.id(), part);
            case Network _ -> decision.everybody(part);
        };
    }

    /** What is shown of them. */
    default Shown shown(Decision decision, Part part) {
        return switch (this) {
            case Hospital hospital -> decision.group(hospital.id(), part, hospital.own());
            case Network _ -> decision.network(part);
        };
    }

    /** What was measured of them. */
    default <T> List<T> among(SortedMap<String, SortedMap<Integer, T>> measured, Part part) {
        List<T> among = new ArrayList<>();
        of(measured, new TreeMap<Integer, T>())
                .forEach(parts -> part.among(parts).forEach(among::add));
        return among;
    }

    /** What is known of each of them; something else of a hospital of which nothing is. */
    default <T> List<T> of(Map<String, T> known, T otherwise) {
        return switch (this) {
            case Hospital hospital -> List.of(known.getOrDefault(hospital.id(), otherwise));
            case Network _ -> List.copyOf(known.values());
        };
    }
}
