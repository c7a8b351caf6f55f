package org.hfsregistry.registry.followup;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/** Lists a hospital's operations that wait for their assessment, those first whose window closes first. */
@Service
public final class ListFollowUp {

    private final Treatments treatments;
    private final Clock clock;

    /** Of these treatments, on the day of this clock. */
    public ListFollowUp(Treatments treatments, Clock clock) {
        this.treatments = treatments;
        this.clock = clock;
    }

    /**
     * Those in a state, or in any.
     *
     * @param after the operation after which to go on
     */
    public List<AssessmentDue> of(String hospitalId, Optional<DueState> state, Optional<Operation> after, int limit) {
        LocalDate today = LocalDate.now(clock);
        List<DueState> states = state.map(List::of).orElseGet(() -> Arrays.asList(DueState.values()));
        Optional<LocalDate> earliest = states.getLast().earliestTreated(today);
        LocalDate latest = states.getFirst().latestTreated(today);
        Optional<LocalDate> from = after.map(Operation::treatedOn)
                .filter(day -> earliest.filter(day::isBefore).isEmpty())
                .or(() -> earliest);
        try (Stream<Treatment> operations = treatments.operations(hospitalId, from, latest)) {
            return operations
                    .flatMap(operation -> AssessmentDue.of(operation.document(), today).stream())
                    .filter(due -> after.filter(seen -> Operation.of(due).compareTo(seen) <= 0)
                            .isEmpty())
                    .limit(limit)
                    .toList();
        }
    }

    /** An operation's place in the list: operations of earlier days have windows that close earlier. */
    public record Operation(LocalDate treatedOn, String treatmentId) implements Comparable<Operation> {

        private static final Comparator<Operation> ORDER =
                Comparator.comparing(Operation::treatedOn).thenComparing(Operation::treatmentId);

        /** Its place. */
        public static Operation of(AssessmentDue due) {
            return new Operation(due.treatedOn(), due.treatmentId());
        }

        /** Of a key; absent where it is none. */
        public static Optional<Operation> ofKey(String key) {
            try {
                int slash = key.indexOf('/');
                return Optional.of(
                        new Operation(LocalDate.parse(key.substring(0, Math.max(0, slash))), key.substring(slash + 1)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        /** By which the list can be gone on with. */
        public String key() {
            return treatedOn + "/" + treatmentId;
        }

        @Override
        public int compareTo(Operation other) {
            return ORDER.compare(this, other);
        }
    }
}
