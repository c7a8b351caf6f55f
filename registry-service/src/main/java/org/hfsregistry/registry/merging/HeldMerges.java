package org.hfsregistry.registry.merging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Verdict;
import org.hfsregistry.registry.history.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Merges that are kept, held against what was decided while the registry goes on: one is right if it is what the decisions up to
 * the noted position make of it, and any number of those that follow. It exists so that what later outcomes are judged by can be
 * proved.
 */
public final class HeldMerges {

    private final Map<String, KeptMerges.Kept> kept;
    private final Map<Integer, Long> noted;
    private final Map<String, Merge> made = new TreeMap<>();
    private final Set<String> ofUnknownKind = new HashSet<>();
    private final Set<String> unlike = new TreeSet<>();

    /**
     * Against nothing so far.
     *
     * @param kept as they were read before the history
     * @param noted up to where each partition was followed before they were read
     */
    public HeldMerges(List<KeptMerges.Kept> kept, Map<Integer, Long> noted) {
        this.kept = kept.stream().collect(Collectors.toMap(KeptMerges.Kept::id, each -> each));
        this.noted = noted;
    }

    /** Takes a decision below the noted position in. Decisions of a hospital have to come in its order, from the first on. */
    public void carryOut(Decision decision) {
        make(decision);
    }

    /** All decisions below the noted positions were taken in. */
    public void settle() {
        Stream.concat(kept.keySet().stream(), made.keySet().stream())
                .filter(id -> difference(id).isPresent())
                .forEach(unlike::add);
    }

    /** Takes a decision in that follows: its effects may be there, all or some or none. */
    public void carryOutSince(Decision decision) {
        make(decision).stream().filter(id -> difference(id).isEmpty()).forEach(unlike::remove);
    }

    /** What is kept and is not as it was decided. */
    public List<Unlike> unlike() {
        return unlike.stream()
                .map(id -> new Unlike(
                        id,
                        Optional.ofNullable(made.get(id))
                                .map(Merge::hospitalId)
                                .orElseGet(() ->
                                        Objects.requireNonNull(kept.get(id)).hospitalId()),
                        kept.containsKey(id),
                        made.containsKey(id),
                        difference(id).orElse("it was another when it was looked at")))
                .toList();
    }

    /** Returns the ids of those that it changes. */
    private Set<String> make(Decision decision) {
        if (decision.arrival().hospitalId().isEmpty()) {
            return Set.of();
        }
        return switch (decision.verdict()) {
            case Verdict.Merged merged ->
                add(Merge.of(
                        decision,
                        false,
                        Merge.State.STANDING,
                        merged.treatments().size(),
                        0));
            case Verdict.Parted parted -> {
                String undone = Merge.id(parted.merge());
                made.computeIfPresent(
                        undone,
                        (_, merge) -> merge.state() == Merge.State.STANDING ? merge.as(Merge.State.UNDONE) : merge);
                Set<String> changed = new HashSet<>(add(Merge.of(
                        decision,
                        true,
                        Merge.State.DONE,
                        parted.treatments().size(),
                        parted.leftOut().size())));
                changed.add(undone);
                yield changed;
            }
            case Verdict.NotMerged _ -> {
                boolean isUndoing = decision.arrival() instanceof Arrival.OfMerge merge && merge.undone();
                if (decision.arrival() instanceof Arrival.Redacted) {
                    ofUnknownKind.add(Merge.id(decision.arrival().position()));
                }
                yield add(Merge.of(decision, isUndoing, Merge.State.WITHOUT_EFFECT, 0, 0));
            }
            case Verdict.Erased erased -> {
                Set<String> ids = erased.entries().stream().map(Merge::id).collect(Collectors.toSet());
                ids.retainAll(made.keySet());
                ids.forEach(id -> made.computeIfPresent(id, (_, merge) -> merge.erased()));
                yield ids;
            }
            case Verdict.Registered _,
                    Verdict.Duplicate _,
                    Verdict.Stale _,
                    Verdict.Retracted _,
                    Verdict.Quarantined _ -> Set.of();
        };
    }

    private Set<String> add(Merge merge) {
        made.put(merge.id(), merge);
        return Set.of(merge.id());
    }

    /** What differs, in words without anything of a patient; absent where nothing does. */
    private Optional<String> difference(String id) {
        KeptMerges.@Nullable Kept stored = kept.get(id);
        @Nullable Merge decided = made.get(id);
        if (decided == null) {
            return stored == null ? Optional.empty() : Optional.of("it is there, and was never decided");
        }
        if (stored == null) {
            return Optional.of("it was decided and is not there");
        }
        if (stored.merge().isEmpty()) {
            return Optional.of("it can't be read");
        }
        List<String> differ =
                new ArrayList<>(fieldsThatDiffer(id, stored.merge().get(), decided));
        if (!stored.done() && isBelowNoted(decided)) {
            differ.add("that it was carried out");
        }
        return differ.isEmpty()
                ? Optional.empty()
                : Optional.of("it says something else than was decided: " + String.join(", ", differ));
    }

    private boolean isBelowNoted(Merge merge) {
        return merge.position().offset() < noted.getOrDefault(merge.position().partition(), 0L);
    }

    private List<String> fieldsThatDiffer(String id, Merge stored, Merge decided) {
        Map<String, Function<Merge, Object>> fields = new LinkedHashMap<>();
        fields.put("hospital", Merge::hospitalId);
        fields.put("patients", Merge::patients);
        if (!ofUnknownKind.contains(id)) {
            fields.put("kind", Merge::undoes);
        }
        fields.put("state", Merge::state);
        fields.put("reason", Merge::reason);
        fields.put("when and by whom it was asked for", merge -> List.of(merge.requestedAt(), merge.by()));
        fields.put("when it was carried out", Merge::at);
        fields.put("how much it changed", merge -> List.of(merge.treatments(), merge.leftOut()));
        return fields.entrySet().stream()
                .filter(field ->
                        !field.getValue().apply(stored).equals(field.getValue().apply(decided)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * One that is not as it was decided.
     *
     * @param isKept whether it is there
     * @param isDecided whether the history tells of it
     * @param how in words, without anything of a patient
     */
    public record Unlike(String id, String hospitalId, boolean isKept, boolean isDecided, String how) {}
}
