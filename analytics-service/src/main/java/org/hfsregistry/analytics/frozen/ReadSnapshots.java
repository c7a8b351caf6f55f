package org.hfsregistry.analytics.frozen;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.statistic.AskedText;
import org.hfsregistry.analytics.statistic.FrozenAnswers;
import org.springframework.stereotype.Service;

/** Finds an answer in a snapshot. It exists so that what is told of a question that was not frozen is what was. */
@Service
public final class ReadSnapshots implements FrozenAnswers {
    private final Snapshots snapshots;

    /** From where they are kept. */
    public ReadSnapshots(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Found find(String id, AskedText asked, boolean researcher) {
        return snapshots
                .find(id)
                .<Found>map(snapshot -> find(snapshot.parts(researcher), asked))
                .orElseGet(Found.NoSuchSnapshot::new);
    }

    private Found find(List<Snapshot.Part> parts, AskedText asked) {
        Optional<Checksum> kept = parts.stream()
                .filter(part -> part.asked().equals(asked))
                .map(Snapshot.Part::checksum)
                .findFirst();
        return kept.<Found>map(checksum -> new Found.Kept(snapshots.answer(checksum), checksum.hex()))
                .orElseGet(() -> new Found.NotFrozen(parts.stream()
                        .map(Snapshot.Part::asked)
                        .filter(asked::isOfThatOf)
                        .toList()));
    }
}
