package org.hfsregistry.registry.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.following.Turning;
import org.hfsregistry.registry.following.Turnings;
import org.hfsregistry.registry.quarantine.Quarantine;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/**
 * Turns the record to the newest pseudonym key, step by step. It may stop anywhere and be gone on with by another process, or by
 * several at once: the end is the same. {@code RATIONALE.md} says why.
 */
@Service
public final class TurnPseudonyms {

    private static final int AT_ONCE = 250;

    private final Treatments treatments;
    private final Quarantine quarantine;
    private final Announcements announcements;
    private final Positions positions;
    private final Turnings turnings;
    private final PseudonymKeys keys;

    TurnPseudonyms(
            Treatments treatments,
            Quarantine quarantine,
            Announcements announcements,
            Positions positions,
            Turnings turnings,
            PseudonymKeys keys) {
        this.treatments = treatments;
        this.quarantine = quarantine;
        this.announcements = announcements;
        this.positions = positions;
        this.turnings = turnings;
        this.keys = keys;
    }

    /** Whether nothing is left to do. */
    public boolean isDone() {
        return !keys.turns() || turnings.to(keys.chain().newestName()).stage() == Turning.Stage.DONE;
    }

    /**
     * Does the next step.
     *
     * @return how far it is then; absent where nothing is left to do
     * @throws org.hfsregistry.registry.arrival.MissingKey where the record holds a pseudonym of a key that is not known
     */
    public Optional<Turning> step() {
        if (isDone()) {
            return Optional.empty();
        }
        String newest = keys.chain().newestName();
        Turning reached = next(turnings.to(newest));
        turnings.note(newest, reached);
        return Optional.of(reached);
    }

    private Turning next(Turning turning) {
        return switch (turning.stage()) {
            case NOT_BEGUN -> Turning.at(Turning.Stage.CLAIMS);
            case CLAIMS -> {
                positions.breakClaims();
                yield Turning.at(Turning.Stage.TREATMENTS);
            }
            case TREATMENTS -> treatments(turning);
            case QUARANTINE -> quarantine(turning);
            case DONE -> turning;
        };
    }

    /** All are published, also those that need no turn: an earlier try may have turned them and not have come to publish. */
    private Turning treatments(Turning turning) {
        List<Treatment> turned = new ArrayList<>();
        List<Revised<Treatment>> changed = new ArrayList<>();
        do {
            turned.clear();
            changed.clear();
            for (Treatment stored : treatments.all(turning.after(), AT_ONCE)) {
                Treatment newest = stored.underNewest(keys);
                turned.add(newest);
                if (newest.version() > stored.version()) {
                    changed.add(new Revised<>(stored.version(), newest));
                }
            }
        } while (!treatments.put(changed));
        if (turned.isEmpty()) {
            return Turning.at(Turning.Stage.QUARANTINE);
        }
        announcements.publish(turned.stream()
                .filter(treatment -> !treatment.counting().isEmpty() || treatment.isErased())
                .<Dossier<?>>map(treatment -> treatment)
                .toList());
        announcements.followUp(turned, treatments);
        return turning.further(turned.getLast().document().id(), turned.size());
    }

    private Turning quarantine(Turning turning) {
        List<Quarantined> stored = quarantine.all(turning.after(), AT_ONCE);
        if (stored.isEmpty()) {
            return Turning.at(Turning.Stage.DONE);
        }
        quarantine.replace(
                stored.stream().flatMap(each -> turned(each).stream()).toList());
        return turning.further(stored.getLast().id(), stored.size());
    }

    private Optional<Quarantined> turned(Quarantined stored) {
        return keys.newest(stored.arrival()) instanceof Arrival.OfOutcome newest && !newest.equals(stored.arrival())
                ? Optional.of(new Quarantined(newest, stored.refusal(), stored.quarantinedAt()))
                : Optional.empty();
    }
}
