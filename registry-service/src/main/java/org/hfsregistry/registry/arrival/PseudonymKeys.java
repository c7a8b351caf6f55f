package org.hfsregistry.registry.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.pseudonym.UnknownPseudonymKey;
import org.hfsregistry.contract.pseudonym.UnusableKey;
import org.hfsregistry.contract.registered.Position;

/**
 * The keys under which pseudonyms come. Whatever an outcome came under, the registry judges it and keeps it under the newest,
 * so that one patient is one.
 *
 * @param refused names of keys that were used by mistake; what came under them can't be registered
 */
public record PseudonymKeys(PseudonymChain chain, Set<String> refused) {

    /** Takes a copy. @throws UnusableKey where a key is both taken and refused */
    public PseudonymKeys {
        refused = Set.copyOf(refused);
        for (String name : chain.names()) {
            if (refused.contains(name)) {
                throw new UnusableKey("the key " + name + " is both taken and refused");
            }
        }
    }

    /** Whether there is a newer key than the first. */
    public boolean turns() {
        return chain.names().size() > 1;
    }

    /** The same arrival under the newest key. @throws MissingKey where its key is not known */
    public Arrival newest(Arrival arrival) {
        return switch (arrival) {
            case Arrival.OfOutcome(
                    Position position,
                    Instant submittedAt,
                    String submittedBy,
                    TreatmentOutcome outcome) -> {
                String key = outcome.patientId().keyName();
                yield refused.contains(key)
                        ? refused(arrival, key)
                        : new Arrival.OfOutcome(position, submittedAt, submittedBy, newest(outcome));
            }
            case Arrival.OfErasure erasure -> newest(erasure);
            case Arrival.OfMerge merge -> newest(merge);
            case Arrival.OfOutcome _, Arrival.Redacted _, Arrival.Unreadable _ -> arrival;
        };
    }

    private Arrival newest(Arrival.OfErasure erasure) {
        if (!(erasure.patient() instanceof ErasedPatient.Named(PatientPseudonym pseudonym))) {
            return erasure;
        }
        if (refused.contains(pseudonym.keyName())) {
            return refused(erasure, pseudonym.keyName());
        }
        PatientPseudonym newest = newest(pseudonym);
        return new Arrival.OfErasure(
                erasure.position(),
                erasure.submittedAt(),
                erasure.submittedBy(),
                erasure.erasedIn(),
                new ErasedPatient.Marked(PatientMark.of(newest), Optional.of(newest.keyName())),
                erasure.basis());
    }

    private Arrival newest(Arrival.OfMerge merge) {
        for (PatientPseudonym pseudonym : List.of(merge.staying(), merge.merged())) {
            if (refused.contains(pseudonym.keyName())) {
                return refused(merge, pseudonym.keyName());
            }
        }
        return merge.of(newest(merge.staying()), newest(merge.merged()));
    }

    private static Arrival refused(Arrival arrival, String key) {
        return new Arrival.Unreadable(
                arrival.position(),
                arrival.submittedAt(),
                arrival.submittedBy(),
                arrival.hospitalId(),
                arrival.outcomeId(),
                Refusal.refusedKey(key));
    }

    /** The same patient's newest pseudonym. @throws MissingKey where its key is not known */
    public PatientPseudonym newest(PatientPseudonym pseudonym) {
        return known(() -> chain.newest(pseudonym));
    }

    /**
     * Every mark that the patient of a pseudonym may have been erased under; none under a refused key.
     *
     * @throws MissingKey where its key is not known
     */
    public Set<PatientMark> marks(PatientPseudonym pseudonym) {
        return refused.contains(pseudonym.keyName())
                ? Set.of()
                : known(() -> chain.from(pseudonym)).stream()
                        .map(PatientMark::of)
                        .collect(Collectors.toSet());
    }

    /** The same outcome under the newest key. @throws MissingKey where its key is not known */
    public TreatmentOutcome newest(TreatmentOutcome outcome) {
        return isNewest(outcome) ? outcome : outcome.withPatient(chain.newest(outcome.patientId()));
    }

    /** The names of the key of a pseudonym and of those after it: under each of them the same patient can be marked anew. */
    public Set<String> from(PatientPseudonym pseudonym) {
        List<String> names = chain.names();
        int place = names.indexOf(pseudonym.keyName());
        return place < 0 ? Set.of() : Set.copyOf(names.subList(place, names.size()));
    }

    /** Whether an outcome is under the newest key. @throws MissingKey where its key is not known */
    public boolean isNewest(TreatmentOutcome outcome) {
        return known(() -> chain.isNewest(outcome.patientId()));
    }

    /** Makes sure that a key is known. @throws MissingKey where it is not */
    public void requireKnown(String name) {
        known(() -> {
            chain.requireKnown(name);
            return name;
        });
    }

    private static <T> T known(Supplier<T> turned) {
        try {
            return turned.get();
        } catch (UnknownPseudonymKey unknown) {
            throw new MissingKey(unknown);
        }
    }
}
