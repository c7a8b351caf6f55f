package org.hfsregistry.analytics.cohort;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.springframework.stereotype.Component;

/**
 * All hospitals' cohorts with the places of the log that they stand for. It exists so that every answer is a consistent
 * cut: a batch of changes comes in whole under the write lock, a statistic is scanned whole under the read lock.
 */
@Component
public final class Population {

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final SortedMap<String, Cohort> cohorts = new TreeMap<>();
    private final SortedMap<String, Change.Described> hospitals = new TreeMap<>();
    private final SortedMap<String, QuarantineCounts> quarantines = new TreeMap<>();
    private LogPositions positions = LogPositions.NONE;
    private Instant asOf = Instant.EPOCH;
    private boolean complete;

    /** Takes in changes, and says up to where the log is applied with them. */
    public void apply(List<Change> changes, LogPositions reached) {
        lock.writeLock().lock();
        try {
            changes.forEach(change -> change.applyTo(this));
            positions = reached;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** From now on it may be read: all that was registered when it was begun is in. */
    public void complete() {
        lock.writeLock().lock();
        try {
            complete = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Reads one consistent state; the cut must not leave the reader.
     *
     * @throws NotReadYet before all is in, since half of the treatments make wrong numbers
     */
    public <T> T read(Function<Cut, T> reader) {
        lock.readLock().lock();
        try {
            if (!complete) {
                throw new NotReadYet();
            }
            return reader.apply(new Cut());
        } finally {
            lock.readLock().unlock();
        }
    }

    Cohort cohort(String hospitalId) {
        return cohorts.computeIfAbsent(hospitalId, unknown -> new Cohort());
    }

    void describe(Change.Described hospital) {
        hospitals.merge(hospital.hospitalId(), hospital, (known, now) -> now.version() < known.version() ? known : now);
        cohort(hospital.hospitalId());
    }

    void quarantined(QuarantineCounts counts) {
        quarantines.put(counts.hospitalId(), counts);
    }

    void changedAt(Instant when) {
        asOf = when.isAfter(asOf) ? when : asOf;
    }

    /** The population as it is while it is read. */
    public final class Cut {
        private Cut() {}

        /** The cohort of each hospital, by hospitalId; a hospital that was only described has an empty one. */
        public Map<String, Cohort> cohorts() {
            return Collections.unmodifiableMap(cohorts);
        }

        /** What a hospital said of itself. */
        public Optional<HospitalProfile> profile(String hospitalId) {
            return Optional.ofNullable(hospitals.get(hospitalId)).flatMap(Change.Described::profile);
        }

        /** How many treatments it said it did, of a treatment and a year once. */
        public List<EligibleCases> eligibleCases(String hospitalId) {
            return Optional.ofNullable(hospitals.get(hospitalId))
                    .map(Change.Described::eligibleCases)
                    .orElse(List.of());
        }

        /** How much is in quarantine, by hospitalId; also of a hospital that has no cohort. */
        public Map<String, QuarantineCounts> quarantines() {
            return Collections.unmodifiableMap(quarantines);
        }

        /** The places of the log. */
        public LogPositions positions() {
            return positions;
        }

        /** When the newest change was made. */
        public Instant asOf() {
            return asOf;
        }
    }
}
