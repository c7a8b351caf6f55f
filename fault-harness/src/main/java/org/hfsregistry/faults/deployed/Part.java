package org.hfsregistry.faults.deployed;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be killed: each is one process. */
public enum Part {
    BROKER,
    STORE,
    INTAKE,
    REGISTRY,
    /** A second instance of the registry in the same group; the two share the partitions. */
    OTHER_REGISTRY,
    ANALYTICS;

    /** The instances of the registry. */
    public static final List<Part> REGISTRIES = List.of(REGISTRY, OTHER_REGISTRY);

    /** Those without which nothing starts. */
    static final Set<Part> SERVERS = Set.of(BROKER, STORE);

    /** What people call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
