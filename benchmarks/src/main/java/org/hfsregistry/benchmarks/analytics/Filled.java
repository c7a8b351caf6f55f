package org.hfsregistry.benchmarks.analytics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** Columns full of made-up treatments, and changes to them as they come from the topic. */
final class Filled {

    private static final int BLOCKS_AT_ONCE = 100;
    private static final int CHANGES = 4_096;

    private final MadeUp madeUp;
    private final Population population = new Population();
    private final int blocks;
    private final List<byte[]> changed = new ArrayList<>();
    private long offset;
    private int next;

    Filled(MadeUp madeUp, int rows) throws InterruptedException {
        this.madeUp = madeUp;
        this.blocks = rows / MadeUp.BLOCK;
        fill();
        population.apply(List.of(), position());
        population.complete();
        SplittableRandom random = new SplittableRandom(2);
        for (int version = 2; changed.size() < CHANGES; version++) {
            List<TreatmentDocument> block = madeUp.block(random.nextInt(blocks), version);
            changed.add(DocumentJson.write(block.get(random.nextInt(block.size()))));
        }
    }

    private void fill() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < Runtime.getRuntime().availableProcessors(); thread++) {
            threads.add(Thread.ofPlatform().start(() -> {
                int from = begun.getAndAdd(BLOCKS_AT_ONCE);
                while (from < blocks) {
                    List<Change> changes = new ArrayList<>(BLOCKS_AT_ONCE * MadeUp.BLOCK);
                    for (int block = from; block < Math.min(blocks, from + BLOCKS_AT_ONCE); block++) {
                        madeUp.block(block, 1).forEach(document -> changes.add(Change.of(document)));
                    }
                    population.apply(changes, LogPositions.NONE);
                    from = begun.getAndAdd(BLOCKS_AT_ONCE);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    Population population() {
        return population;
    }

    /** Takes in so many further changes at once: each is read, made a row of, and applied, as the feed does it. */
    void change(int count) {
        List<Change> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            changes.add(Change.of(DocumentJson.treatment(changed.get(next))));
            next = (next + 1) % changed.size();
        }
        offset += count;
        population.apply(changes, position());
    }

    private LogPositions position() {
        return new LogPositions(List.of(offset), List.of(), List.of());
    }
}
