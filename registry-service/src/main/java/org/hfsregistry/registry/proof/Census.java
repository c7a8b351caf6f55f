package org.hfsregistry.registry.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which hospitals have how much history, and where: so a proof can take so many at a time as fit into memory. */
final class Census {

    private static final long MOST_ENTRIES = 20_000;

    private final Map<String, SortedSet<Integer>> partitions = new TreeMap<>();
    private final Map<String, Long> entries = new TreeMap<>();

    void counted(String hospitalId, int partition) {
        partitions.computeIfAbsent(hospitalId, _ -> new TreeSet<>()).add(partition);
        entries.merge(hospitalId, 1L, Long::sum);
    }

    /** Hospitals of which there are documents; those that have no history, too, shall be in a group. */
    void known(Collection<String> hospitalIds) {
        hospitalIds.forEach(hospitalId -> {
            partitions.computeIfAbsent(hospitalId, _ -> new TreeSet<>());
            entries.putIfAbsent(hospitalId, 0L);
        });
    }

    /** Hospitals of the same partitions, so many that what came of them fits into memory; one that is larger stands alone. */
    List<Group> groups() {
        Map<SortedSet<Integer>, List<String>> together =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        partitions.forEach((hospitalId, where) ->
                together.computeIfAbsent(where, _ -> new ArrayList<>()).add(hospitalId));
        List<Group> groups = new ArrayList<>();
        together.forEach((where, hospitalIds) -> {
            Set<String> group = new HashSet<>();
            long size = 0;
            for (String hospitalId : hospitalIds) {
                long more = entries.getOrDefault(hospitalId, 0L);
                if (!group.isEmpty() && size + more > MOST_ENTRIES) {
                    groups.add(new Group(group, where));
                    group = new HashSet<>();
                    size = 0;
                }
                group.add(hospitalId);
                size += more;
            }
            groups.add(new Group(group, where));
        });
        return groups;
    }

    /**
     * Hospitals that are proved together.
     *
     * @param partitions where their history is; more than one where the log's partitions were once added to
     */
    record Group(Set<String> hospitalIds, SortedSet<Integer> partitions) {}
}
