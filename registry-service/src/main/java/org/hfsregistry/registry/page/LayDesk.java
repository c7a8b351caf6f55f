package org.hfsregistry.registry.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.registry.followup.AssessmentDue;
import org.hfsregistry.registry.followup.DueState;
import org.hfsregistry.registry.followup.ListFollowUp;
import org.hfsregistry.registry.page.Desk.Due;
import org.hfsregistry.registry.page.Desk.InQuarantine;
import org.hfsregistry.registry.quarantine.ListQuarantine;
import org.hfsregistry.registry.quarantine.ListQuarantine.Listed;
import org.hfsregistry.registry.quarantine.Standing;
import org.springframework.stereotype.Service;

/** Counts what waits for a hospital, by the lists that it can read; of what has no end no more than a start page can wait for. */
@Service
public final class LayDesk {

    /** More of a kind than this are not counted. */
    static final int MOST = 5_000;

    private static final int AT_ONCE = 500;
    private static final int FIRST = 5;

    private final ListQuarantine listQuarantine;
    private final ListFollowUp listFollowUp;

    /** Of these lists. */
    public LayDesk(ListQuarantine listQuarantine, ListFollowUp listFollowUp) {
        this.listQuarantine = listQuarantine;
        this.listFollowUp = listFollowUp;
    }

    /** A hospital's, as it is now. */
    public Desk of(String hospitalId) {
        return new Desk(
                quarantine(hospitalId),
                Arrays.stream(DueState.values())
                        .map(state -> due(hospitalId, state))
                        .toList());
    }

    private InQuarantine quarantine(String hospitalId) {
        Map<String, Integer> byCode = new HashMap<>();
        List<Listed> first = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int count = 0;
        List<Listed> some;
        do {
            some = listQuarantine.of(Optional.of(hospitalId), Optional.of(Standing.State.OPEN), after, AT_ONCE);
            some.forEach(listed -> byCode.merge(listed.quarantined().refusal().code(), 1, Integer::sum));
            some.stream().limit(FIRST - first.size()).forEach(first::add);
            count += some.size();
            after = some.isEmpty() ? after : Optional.of(some.getLast().id());
        } while (some.size() == AT_ONCE && count < MOST);
        return new InQuarantine(count, some.size() == AT_ONCE, byCode, first);
    }

    private Due due(String hospitalId, DueState state) {
        List<AssessmentDue> found = listFollowUp.of(hospitalId, Optional.of(state), Optional.empty(), MOST + 1);
        return new Due(
                state,
                Math.min(found.size(), MOST),
                found.size() > MOST,
                found.stream().limit(FIRST).toList());
    }
}
