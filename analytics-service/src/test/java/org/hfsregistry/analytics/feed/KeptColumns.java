package org.hfsregistry.analytics.feed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;

/** Saved columns that are kept in memory. */
final class KeptColumns implements SavedColumns {
    private final Map<String, ByteBuffer> written = new LinkedHashMap<>();
    private Optional<LogPositions> applied = Optional.empty();
    private int saves;

    @Override
    public synchronized Optional<LogPositions> restore(
            Population population, String log, Predicate<LogPositions> reached) {
        return applied.filter(reached).map(positions -> {
            Population.Saved cohorts = new Population.Saved();
            written.forEach((hospital, bytes) -> cohorts.add(hospital, bytes.duplicate()));
            population.restore(cohorts, Instant.EPOCH);
            return positions;
        });
    }

    @Override
    public synchronized boolean save(Population population, String log, LogPositions at) {
        saves++;
        applied = Optional.of(at);
        population.hospitals().forEach(hospital -> written.put(hospital, population.written(hospital)));
        return true;
    }

    synchronized int saves() {
        return saves;
    }

    synchronized LogPositions applied() {
        return applied.orElseThrow();
    }
}
