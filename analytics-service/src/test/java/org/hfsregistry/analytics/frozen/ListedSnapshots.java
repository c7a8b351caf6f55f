package org.hfsregistry.analytics.frozen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Snapshots in memory. */
final class ListedSnapshots implements Snapshots {
    private final Map<Checksum, byte[]> answers = new HashMap<>();
    private final List<Snapshot> snapshots = new ArrayList<>();

    @Override
    public void keep(Checksum checksum, byte[] answer) {
        answers.putIfAbsent(checksum, answer.clone());
    }

    @Override
    public void add(Snapshot snapshot) {
        if (find(snapshot.id()).isEmpty()) {
            snapshots.addFirst(snapshot);
        }
    }

    @Override
    public List<Snapshot> all() {
        return List.copyOf(snapshots);
    }

    @Override
    public Optional<Snapshot> find(String id) {
        return snapshots.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public byte[] answer(Checksum checksum) {
        return Optional.ofNullable(answers.get(checksum)).orElseThrow(IllegalStateException::new);
    }
}
