package org.hfsregistry.analytics.frozen;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Scanned;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.analytics.statistic.WrittenAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Freezes the usual answers, as everybody and as researchers get them. It exists as the one place where a snapshot is made: all is
 * scanned at once, so that it is of one state of the data, then answer after answer is made, kept and forgotten, and in the end
 * the snapshot is made known. What ends before that leaves answers that nobody can find.
 */
@Service
public final class FreezeNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(FreezeNumbers.class);

    /** Their place among the audiences. */
    private static final int RESEARCHERS = 1;

    private final Statistics statistics;
    private final WrittenAnswers written;
    private final Snapshots snapshots;
    private final Thresholds thresholds;
    private final InstantSource clock;
    private final Semaphore one = new Semaphore(1);

    /** From the columns to where it is kept. */
    public FreezeNumbers(
            Statistics statistics,
            WrittenAnswers written,
            Snapshots snapshots,
            Thresholds thresholds,
            InstantSource clock) {
        this.statistics = statistics;
        this.written = written;
        this.snapshots = snapshots;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /** How it went. */
    public sealed interface Outcome {

        /** It is frozen. */
        record Frozen(Snapshot snapshot) implements Outcome {}

        /** Another is being made. */
        record Busy() implements Outcome {}
    }

    /** Freezes what is now. */
    public Outcome freeze(Title title) {
        if (!one.tryAcquire()) {
            return new Outcome.Busy();
        }
        try {
            return new Outcome.Frozen(frozen(title));
        } finally {
            one.release();
        }
    }

    private Snapshot frozen(Title title) {
        List<Audience> audiences =
                List.of(thresholds.forEverybody(), thresholds.forCaller(true, Optional.empty(), false));
        Scanned scanned = statistics.scanned(UsualQuestions.all(), audiences);
        Set<Definition> definitions = new LinkedHashSet<>();
        List<Snapshot.Part> parts = new ArrayList<>();
        for (Scanned.Pending pending : scanned.answers()) {
            boolean forResearchers = pending.audience() == RESEARCHERS;
            Answer answer = pending.answer().get();
            byte[] bytes = written.json(answer, forResearchers);
            Checksum checksum = Checksum.of(bytes);
            snapshots.keep(checksum, bytes);
            definitions.add(answer.definition());
            parts.add(new Snapshot.Part(pending.asked(), forResearchers, checksum));
            LOG.debug(
                    "Froze {} of {} answers: {}",
                    parts.size(),
                    scanned.answers().size(),
                    pending.asked().text());
        }
        Snapshot snapshot = new Snapshot(
                title,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                scanned.asOf(),
                scanned.positions(),
                List.copyOf(definitions),
                parts);
        snapshots.add(snapshot);
        LOG.info(
                "Snapshot {} is of data version {}",
                snapshot.id(),
                snapshot.positions().dataVersion());
        return snapshot;
    }
}
