package org.hfsregistry.local.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;
import tools.jackson.databind.JsonNode;

/** The made-up network, with a researcher's eyes. */
public final class NetworkTable {

    private static final int SHOWN = 12;

    private NetworkTable() {}

    /** The first hospitals, where they stand in the funnel, and whom the funnel finds. */
    public static List<String> lines(Statistics statistics) {
        List<String> headings = new ArrayList<>(List.of("hospital"));
        headings.addAll(Cells.headings());
        headings.add("funnel");
        TextTable table = new TextTable(1, headings);
        List<JsonNode> groups = statistics.groups("mvd-success");
        List<JsonNode> recurrences = statistics.groups("mvd-recurrence");
        List<JsonNode> reliefs = statistics.groups("botox-relief");
        for (JsonNode group : groups.stream().limit(SHOWN).toList()) {
            String hospital = hospital(group);
            List<String> row = new ArrayList<>(List.of(hospital));
            row.addAll(Cells.of(Optional.of(group), of(hospital, recurrences), of(hospital, reliefs)));
            row.add(Cells.text(Optional.of(group), "/funnel/position"));
            table.add(row);
        }
        return Stream.of(List.of(SyntheticNetwork.BANNER), table.lines(), List.of("", outside(groups)))
                .flatMap(List::stream)
                .toList();
    }

    private static String outside(List<JsonNode> groups) {
        List<String> outside = groups.stream()
                .filter(group -> group.at("/funnel/position").isString())
                .filter(group -> !group.at("/funnel/position").asString().equals("inside"))
                .map(group ->
                        hospital(group) + " " + group.at("/funnel/position").asString())
                .toList();
        return "%d hospitals, %d of them outside the funnel: %s"
                .formatted(groups.size(), outside.size(), String.join(", ", outside));
    }

    private static Optional<JsonNode> of(String hospital, List<JsonNode> groups) {
        return groups.stream().filter(group -> hospital(group).equals(hospital)).findFirst();
    }

    private static String hospital(JsonNode group) {
        return group.path("hospitalId").asString();
    }
}
