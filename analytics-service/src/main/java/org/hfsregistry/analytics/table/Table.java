package org.hfsregistry.analytics.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Trait;

/** The answer to a question for those who get one k, before somebody asks for some hospitals, parts and a level. */
public interface Table {
    /** The fields of a group of whom nothing may be told. */
    Map<String, Object> TOO_FEW = Map.of("status", "insufficient-data");

    /** What the numbers mean. */
    Definition definition();

    /** The question, defaults filled in. */
    Map<String, Object> parameters();

    /** What it is made of. */
    Scan<?> scan();

    /** The network's fields. */
    Map<String, Object> network(Part part, View view);

    /** The fields of a hospital that is there, without its key; all of them where it is the audience's own. */
    Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view);

    /** A hospital's fields without its key; one that is not there gets what one gets that is too small. */
    default Map<String, Object> group(String hospital, Part part, boolean own, View view) {
        return isThere(hospital, own) ? ofHospital(hospital, part, own, view) : TOO_FEW;
    }

    /** Whether anything is known of a hospital. */
    default boolean isThere(String hospital, boolean own) {
        return hospitals().contains(hospital);
    }

    /** A few fields to show in a list. */
    Set<String> headline();

    /** The places of the log. */
    default LogPositions positions() {
        return scan().positions();
    }

    /** When the newest change was made. */
    default Instant asOf() {
        return scan().asOf();
    }

    /** Every hospital there is. */
    default Set<String> hospitals() {
        return scan().parts().keySet();
    }

    /** The trait by which there are parts. */
    default Trait trait() {
        return scan().trait();
    }

    /** Every part that anybody is in. */
    default List<Integer> parts() {
        return scan().numbers();
    }

    /** The parts that a filter takes in. */
    default Part partsOf(Filter filter) {
        return filter.equals(Filter.NONE)
                ? Part.WHOLE
                : Part.of(parts().stream()
                        .filter(part -> filter.includes(trait(), part))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
