package org.hfsregistry.analytics.feed;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** A log of one partition in a list, which can be cut off. */
final class ListedLog implements ChangeLog {
    private final List<TreatmentDocument> documents = new ArrayList<>();
    private final List<Integer> readFrom = new ArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();

    synchronized void append(TreatmentDocument document) {
        documents.add(document);
    }

    /** Lets nobody reach it, or everybody again. */
    void away(boolean now) {
        away.set(now);
    }

    /** Where followers began to read. */
    synchronized List<Integer> readFrom() {
        return List.copyOf(readFrom);
    }

    private synchronized List<TreatmentDocument> from(int offset) {
        if (away.get()) {
            throw new FeedInterrupted(new ConnectException("away"));
        }
        return List.copyOf(documents.subList(offset, documents.size()));
    }

    private synchronized void noteReading(int offset) {
        readFrom.add(offset);
    }

    @Override
    public Follower open() {
        return new Follower() {
            private int next;

            @Override
            public String log() {
                return "listed";
            }

            @Override
            public LogPositions beginnings() {
                return LogPositions.NONE.treatmentsAt(0, 0);
            }

            @Override
            public LogPositions ends() {
                return LogPositions.NONE.treatmentsAt(0, from(0).size());
            }

            @Override
            public void seek(LogPositions positions) {
                next = Math.toIntExact(positions.dataVersion());
                noteReading(next);
            }

            @Override
            public Optional<Batch> poll(Duration longest) {
                List<TreatmentDocument> fresh = from(next);
                if (fresh.isEmpty()) {
                    Thread.onSpinWait();
                    return Optional.empty();
                }
                next++;
                return Optional.of(
                        new Batch(List.of(Change.of(fresh.getFirst())), LogPositions.NONE.treatmentsAt(0, next)));
            }

            @Override
            public void close() {}
        };
    }
}
