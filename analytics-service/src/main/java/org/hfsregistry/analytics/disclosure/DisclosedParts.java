package org.hfsregistry.analytics.disclosure;

import java.util.Map;

/**
 * What of the parts of a network and of its groups is shown. It exists as one decision for all of them together: it does
 * not depend on which of them somebody asks for, nor on how many are asked for at once.
 */
public record DisclosedParts(Map<Integer, Shown> network, Map<String, Map<Integer, Shown>> groups) {
    /** Of no parts. */
    public static final DisclosedParts NOTHING = new DisclosedParts(Map.of(), Map.of());

    /** Takes copies. */
    public DisclosedParts {
        network = Map.copyOf(network);
        groups = Map.copyOf(groups);
    }

    /** What of the network's part is shown. */
    public Shown network(int part) {
        return network.getOrDefault(part, Shown.NOTHING);
    }

    /** What of a group's part is shown; nothing of one that is not there. */
    public Shown group(String group, int part) {
        return groups.getOrDefault(group, Map.of()).getOrDefault(part, Shown.NOTHING);
    }
}
