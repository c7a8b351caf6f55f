package org.hfsregistry.analytics.disclosure;

import java.util.Map;

/**
 * What of a network and its groups is shown to those who get k. It exists as one decision for all groups together: it
 * does not depend on which of them somebody asks for.
 */
public record Disclosed(int k, Shown network, Map<String, Shown> groups) {

    /** Takes copies. */
    public Disclosed {
        groups = Map.copyOf(groups);
    }

    /** What of a group is shown; nothing of one that is not there. */
    public Shown group(String group) {
        return groups.getOrDefault(group, Shown.NOTHING);
    }
}
