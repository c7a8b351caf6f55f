package org.hfsregistry.registry.quarantine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hfsregistry.registry.receipt.Filed;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.receipt.OutcomeIndex;
import org.springframework.stereotype.Service;

/** Lists quarantined arrivals, and says how each stands since. */
@Service
public final class ListQuarantine {

    private static final int AT_ONCE = 500;

    private final Quarantine quarantine;
    private final Resubmissions resubmissions;
    private final OutcomeIndex outcomes;

    /** Of these. */
    public ListQuarantine(Quarantine quarantine, Resubmissions resubmissions, OutcomeIndex outcomes) {
        this.quarantine = quarantine;
        this.resubmissions = resubmissions;
        this.outcomes = outcomes;
    }

    /**
     * Those in a state, or in any; the oldest of each partition first.
     *
     * @param hospitalId whose; where it is absent everybody's, and what came in nobody's name
     * @param after the id after which to go on
     */
    public List<Listed> of(
            Optional<String> hospitalId, Optional<Standing.State> state, Optional<String> after, int limit) {
        List<Listed> found = new ArrayList<>();
        Optional<String> reached = after;
        List<Quarantined> some;
        do {
            some = some(hospitalId, reached);
            listed(some).stream()
                    .filter(one ->
                            state.isEmpty() || state.get() == one.standing().state())
                    .forEach(found::add);
            reached = some.isEmpty() ? reached : Optional.of(some.getLast().id());
        } while (found.size() < limit && some.size() == AT_ONCE);
        return found.stream().limit(limit).toList();
    }

    private List<Quarantined> some(Optional<String> hospitalId, Optional<String> after) {
        return hospitalId
                .map(own -> quarantine.of(own, after, AT_ONCE))
                .orElseGet(() -> quarantine.all(after, AT_ONCE));
    }

    /** A hospital's one; absent where it has none of this id. */
    public Optional<Listed> one(String hospitalId, String id) {
        return quarantine
                .find(id)
                .filter(found -> found.arrival().hospitalId().equals(Optional.of(hospitalId)))
                .map(found -> listed(List.of(found)).getFirst());
    }

    /** How each of some stands. */
    List<Listed> listed(List<Quarantined> some) {
        Set<String> ids = some.stream().map(Quarantined::id).collect(Collectors.toSet());
        Map<String, Resubmission> again = resubmissions.of(ids).stream()
                .collect(Collectors.toMap(Resubmission::quarantinedId, Function.identity()));
        Map<String, OutcomeEntry> entries = outcomes
                .find(some.stream()
                        .flatMap(one -> entryId(one, Optional.ofNullable(again.get(one.id()))).stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(OutcomeEntry::id, Function.identity()));
        Set<String> refusedAgain = refused(again.values());
        return some.stream()
                .map(one -> {
                    Optional<Resubmission> resubmission = Optional.ofNullable(again.get(one.id()));
                    Optional<OutcomeEntry> entry = entryId(one, resubmission).map(entries::get);
                    boolean isRefusedAgain = resubmission
                            .map(ListQuarantine::quarantinedAs)
                            .filter(refusedAgain::contains)
                            .isPresent();
                    return new Listed(
                            one,
                            resubmission,
                            Standing.of(one, resubmission, isRefusedAgain, entry),
                            entry.filter(known -> known.filed() instanceof Filed.LeftOut)
                                    .isPresent());
                })
                .toList();
    }

    /** The ids of those that are in quarantine themselves; looked up after the entries, which are written later. */
    private Set<String> refused(Collection<Resubmission> again) {
        return quarantine.find(again.stream().map(ListQuarantine::quarantinedAs).collect(Collectors.toSet())).stream()
                .map(Quarantined::id)
                .collect(Collectors.toSet());
    }

    private static String quarantinedAs(Resubmission resubmission) {
        return Quarantined.id(resubmission.position());
    }

    private static Optional<String> entryId(Quarantined one, Optional<Resubmission> resubmission) {
        return one.arrival()
                .hospitalId()
                .flatMap(hospitalId ->
                        outcomeId(one, resubmission).map(outcomeId -> OutcomeEntry.id(hospitalId, outcomeId)));
    }

    private static Optional<String> outcomeId(Quarantined one, Optional<Resubmission> resubmission) {
        return resubmission
                .map(Resubmission::outcomeId)
                .or(one::awaited)
                .or(() -> one.arrival().outcomeId());
    }

    /**
     * A quarantined arrival, how it was submitted again here, and how it stands since.
     *
     * @param leftOut whether the outcome by which it stands so counts no longer since a merge was undone
     */
    public record Listed(
            Quarantined quarantined, Optional<Resubmission> resubmission, Standing standing, boolean leftOut) {

        /** The key in the store and in the address of it. */
        public String id() {
            return quarantined.id();
        }
    }
}
