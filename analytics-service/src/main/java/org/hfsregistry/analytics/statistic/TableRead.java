package org.hfsregistry.analytics.statistic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;

/**
 * A table of a question, read for who may ask it.
 *
 * @param network what all hospitals come to in some parts, where it is wanted
 */
record TableRead(Asked asked, Audience audience, Table table, View view, Function<Part, Map<String, Object>> network) {

    /** With fewer hospitals than this one processor is as fast as all. */
    private static final int WORTH_SHARING = 32;

    /** What is said of some parts. */
    Answer answer(Part part) {
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.putAll(asked.filter().given());
        parameters.put("level", asked.level());
        parameters.put("by", asked.by().code());
        return new Answer(
                table.definition(),
                parameters,
                table.asOf(),
                table.positions(),
                view.network() ? network.apply(part) : Map.of(),
                groups(part));
    }

    private List<Map<String, Object>> groups(Part part) {
        return switch (asked.by()) {
            case NETWORK -> List.of();
            case HOSPITAL -> hospitals(part);
            case YEAR, PRODUCT, DRUG, INJECTION_NUMBER -> traits(asked.by().trait());
        };
    }

    private List<Map<String, Object>> traits(Trait trait) {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (int each : trait.listed(table.parts())) {
            if (asked.filter().includes(trait, each)) {
                Map<String, Object> group = Answer.key(asked.by().code(), trait.label(each));
                group.putAll(ofOneOrAll(Part.of(each)));
                groups.add(group);
            }
        }
        return groups;
    }

    /** Each is made of its own counts and what all have in common, so that all processors may make them. */
    private List<Map<String, Object>> hospitals(Part part) {
        List<String> wanted = List.copyOf(asked.hospitals().isEmpty() ? table.hospitals() : asked.hospitals());
        Stream<String> each = wanted.size() < WORTH_SHARING ? wanted.stream() : wanted.parallelStream();
        return each.map(hospital -> {
                    Map<String, Object> group = Answer.key(Answer.HOSPITAL, hospital);
                    group.putAll(ofHospital(hospital, part));
                    return group;
                })
                .toList();
    }

    /** A part of the one hospital that is asked for, or of the network. */
    private Map<String, Object> ofOneOrAll(Part part) {
        return asked.hospitals().stream()
                .findFirst()
                .map(hospital -> ofHospital(hospital, part))
                .orElseGet(() -> network.apply(part));
    }

    private Map<String, Object> ofHospital(String hospital, Part part) {
        return table.group(hospital, part, audience.owns(hospital), view);
    }
}
