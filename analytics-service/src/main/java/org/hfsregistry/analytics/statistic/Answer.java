package org.hfsregistry.analytics.statistic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;

/**
 * What an audience gets. It exists so that a number never travels without its definition and the places of the log it was
 * computed from. Fields are numbers, texts, lists and maps of such, in the order in which they are shown; a field that is
 * not shown is absent.
 *
 * @param parameters the question, with its defaults filled in
 * @param groups each with the key that it is grouped by
 */
public record Answer(
        Definition definition,
        Map<String, Object> parameters,
        Instant asOf,
        LogPositions positions,
        Map<String, Object> network,
        List<Map<String, Object>> groups) {
    static final String HOSPITAL = "hospitalId";

    /** With fewer hospitals than this one processor is as fast as all. */
    private static final int WORTH_SHARING = 32;

    /**
     * Made of a table of the question, for who may ask it.
     *
     * @param network what all hospitals come to in some parts, where it is wanted
     */
    static Answer of(
            Asked asked,
            Audience audience,
            Table table,
            Part part,
            View view,
            Function<Part, Map<String, Object>> network) {
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
                groups(asked, audience, table, part, view, network));
    }

    private static List<Map<String, Object>> groups(
            Asked asked,
            Audience audience,
            Table table,
            Part part,
            View view,
            Function<Part, Map<String, Object>> network) {
        List<Map<String, Object>> groups = new ArrayList<>();
        switch (asked.by()) {
            case NETWORK -> {}
            case HOSPITAL -> groups.addAll(hospitals(asked, audience, table, part, view));
            case YEAR, PRODUCT, DRUG, INJECTION_NUMBER -> {
                Trait trait = asked.by().trait();
                for (int each : trait.listed(table.parts())) {
                    if (asked.filter().includes(trait, each)) {
                        Map<String, Object> group = key(asked.by().code(), trait.label(each));
                        group.putAll(part(asked, audience, table, Part.of(each), view, network));
                        groups.add(group);
                    }
                }
            }
        }
        return groups;
    }

    /** Each is made of its own counts and what all have in common, so that all processors may make them. */
    private static List<Map<String, Object>> hospitals(
            Asked asked, Audience audience, Table table, Part part, View view) {
        List<String> wanted = List.copyOf(asked.hospitals().isEmpty() ? table.hospitals() : asked.hospitals());
        Stream<String> each = wanted.size() < WORTH_SHARING ? wanted.stream() : wanted.parallelStream();
        return each.map(hospital -> {
                    Map<String, Object> group = key(HOSPITAL, hospital);
                    group.putAll(table.group(hospital, part, audience.owns(hospital), view));
                    return group;
                })
                .toList();
    }

    /** A part of the one hospital that is asked for, or of the network. */
    private static Map<String, Object> part(
            Asked asked,
            Audience audience,
            Table table,
            Part part,
            View view,
            Function<Part, Map<String, Object>> network) {
        return asked.hospitals().stream()
                .findFirst()
                .map(hospital -> table.group(hospital, part, audience.owns(hospital), view))
                .orElseGet(() -> network.apply(part));
    }

    /** A group that so far has only what it is of. */
    static Map<String, Object> key(String name, Object value) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put(name, value);
        return group;
    }
}
