package org.hfsregistry.registry.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hfsregistry.registry.followup.AssessmentDue;
import org.hfsregistry.registry.followup.DueState;
import org.hfsregistry.registry.quarantine.ListQuarantine.Listed;

/**
 * What waits for a hospital's people. It exists so that they see it before they look for it.
 *
 * @param due one of each state
 */
public record Desk(InQuarantine quarantine, List<Due> due) {

    /** Takes a copy. */
    public Desk {
        due = List.copyOf(due);
    }

    /** How many records it shows, besides counts. */
    public int shown() {
        return quarantine.first().size()
                + due.stream().mapToInt(each -> each.first().size()).sum();
    }

    /**
     * What lies open in quarantine.
     *
     * @param atLeast whether there are more than were counted
     * @param byCode how many of each reason
     * @param first some of them, the oldest of each partition first
     */
    public record InQuarantine(int count, boolean atLeast, Map<String, Integer> byCode, List<Listed> first) {

        /** Takes copies. */
        public InQuarantine {
            byCode = Map.copyOf(byCode);
            first = List.copyOf(first);
        }

        /** The reasons, the most frequent first. */
        public List<String> codes() {
            return byCode.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /**
     * Operations that wait for their assessment.
     *
     * @param atLeast whether there are more than were counted
     * @param first those whose window closes first
     */
    public record Due(DueState state, int count, boolean atLeast, List<AssessmentDue> first) {

        /** Takes a copy. */
        public Due {
            first = List.copyOf(first);
        }
    }
}
