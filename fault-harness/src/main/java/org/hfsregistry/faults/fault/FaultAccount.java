package org.hfsregistry.faults.fault;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hfsregistry.faults.deployed.Part;

/**
 * What was done, for the closing account.
 *
 * @param kills how often each part was killed
 * @param pauses how often an instance of the registry stood still for longer than its session
 * @param endedByThemselves how often a part ended without being killed, and was started again
 * @param took until all parts answered again
 */
public record FaultAccount(Map<Part, Integer> kills, int pauses, int endedByThemselves, Duration took) {

    /** How many processes were killed. */
    public int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        String parts = new TreeMap<>(kills)
                .entrySet().stream()
                        .map(each -> each.getKey().label() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
        return "%d kills in %d s (%s), %d pauses, %d ends by themselves"
                .formatted(killed(), took.toSeconds(), parts, pauses, endedByThemselves);
    }
}
