package org.hfsregistry.registry.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hfsregistry.registry.receipt.Published;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Treatment;

/** The documents' topics, in lists: one of several partitions and one of a single one. */
final class TopicsInMemory implements Announcements {

    private static final int PARTITIONS = 3;

    private final Map<Partition, List<Dossier<?>>> logs = new HashMap<>();
    private final BiConsumer<Collection<Dossier<?>>, Consumer<Dossier<?>>> eachInAnyOrder;

    TopicsInMemory(BiConsumer<Collection<Dossier<?>>, Consumer<Dossier<?>>> eachInAnyOrder) {
        this.eachInAnyOrder = eachInAnyOrder;
    }

    @Override
    public List<Published> publish(Collection<Dossier<?>> dossiers) {
        Set<Partition> touched = new LinkedHashSet<>();
        eachInAnyOrder.accept(dossiers, dossier -> {
            log(Partition.of(dossier)).add(dossier);
            touched.add(Partition.of(dossier));
        });
        return touched.stream()
                .map(partition -> new Published(
                        partition.topic(), partition.number(), log(partition).size()))
                .toList();
    }

    private List<Dossier<?>> log(Partition partition) {
        return logs.computeIfAbsent(partition, _ -> new ArrayList<>());
    }

    /** What was published last of each document. */
    Map<String, Dossier<?>> last() {
        Map<String, Dossier<?>> last = new TreeMap<>();
        logs.values()
                .forEach(log -> log.forEach(dossier -> last.put(dossier.place().id(), dossier)));
        return last;
    }

    /** What a reader knows that has read all. */
    Map<String, Dossier<?>> readAll() {
        return read(logs.entrySet().stream()
                .map(log -> new Published(
                        log.getKey().topic(),
                        log.getKey().number(),
                        log.getValue().size()))
                .toList());
    }

    /** What a reader knows that has read so far and goes by versions. */
    Map<String, Dossier<?>> read(List<Published> upTo) {
        Map<String, Dossier<?>> newest = new TreeMap<>();
        for (Published end : upTo) {
            List<Dossier<?>> log = log(new Partition(end.topic(), end.partition()));
            log.subList(0, Math.toIntExact(end.next()))
                    .forEach(dossier -> newest.merge(
                            dossier.place().id(),
                            dossier,
                            (known, read) -> read.version() >= known.version() ? read : known));
        }
        return newest;
    }

    private record Partition(Published.Topic topic, int number) {
        static Partition of(Dossier<?> dossier) {
            return switch (dossier) {
                case Treatment treatment ->
                    new Partition(
                            Published.Topic.TREATMENTS,
                            Math.floorMod(treatment.place().id().hashCode(), PARTITIONS));
                case Hospital _ -> new Partition(Published.Topic.HOSPITALS, 0);
            };
        }
    }
}
