package org.hfsregistry.analytics.cohort;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.hfsregistry.analytics.cohort.Injections.Afterwards;
import org.hfsregistry.analytics.treatment.Course.Spasm;
import org.hfsregistry.analytics.treatment.Relief;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.springframework.stereotype.Component;

/**
 * All hospitals' cohorts with the places of the log that they stand for. It exists so that every answer is a consistent
 * cut: a batch of changes comes in whole under the write lock, a statistic is scanned whole under the read lock.
 */
@Component
public final class Population {

    private static final Cohort NOBODY = new Cohort();

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final SortedMap<String, Cohort> cohorts = new TreeMap<>();
    private final SortedMap<String, Change.Described> hospitals = new TreeMap<>();
    private final SortedMap<String, QuarantineCounts> quarantines = new TreeMap<>();
    private final AtomicLong emptied = new AtomicLong();
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

    /** The hospitals that have a cohort. */
    public List<String> hospitals() {
        lock.readLock().lock();
        try {
            return List.copyOf(cohorts.keySet());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** A cohort as it is now, to be read by {@link Population.Saved}; of a hospital by itself, so that nobody waits for all. */
    public ByteBuffer written(String hospitalId) {
        lock.readLock().lock();
        try {
            return cohorts.getOrDefault(hospitalId, NOBODY).written();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Takes in what was written of a population as of a change, up to where the log was applied or further. */
    public void restore(Population.Saved saved, Instant writtenAsOf) {
        lock.writeLock().lock();
        try {
            cohorts.putAll(saved.cohorts());
            changedAt(writtenAsOf);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How often nothing was left of a treatment: whatever was written down before may hold more of it than is to be kept. */
    public long emptied() {
        return emptied.get();
    }

    void emptyOne() {
        emptied.incrementAndGet();
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

    /** Cohorts that were written down, read again one by one. It exists so that a population takes in all of them or none. */
    public static final class Saved {
        /** To be counted up when a column, or what one of its values means, is not what it was before. */
        private static final int COLUMNS = 2;

        private final SortedMap<String, Cohort> cohorts = new TreeMap<>();

        /** Tells whether columns that were written elsewhere or before mean here what they meant there. */
        public static long format() {
            CRC32C names = new CRC32C();
            for (Enum<?>[] codes : new Enum<?>[][] {
                TreatmentKind.values(),
                Side.values(),
                Sex.values(),
                Etiology.values(),
                Trigger.values(),
                Vessel.values(),
                SpasmGrade.values(),
                ComplicationGrade.values(),
                Complication.Kind.values(),
                Spasm.values(),
                Relief.values(),
                Afterwards.values(),
                Product.values(),
                Drug.values(),
                Response.values(),
                StopReason.values(),
                SideEffect.values(),
                Instrument.values()
            }) {
                for (Enum<?> code : codes) {
                    names.update(code.name().getBytes(StandardCharsets.UTF_8));
                    names.update(',');
                }
                names.update(';');
            }
            return ((long) COLUMNS << Integer.SIZE) | names.getValue();
        }

        /**
         * Reads one that {@link Population#written} gave.
         *
         * @throws IllegalArgumentException where it is none
         */
        public void add(String hospitalId, ByteBuffer written) {
            try {
                cohorts.put(hospitalId, Cohort.read(written));
            } catch (BufferUnderflowException broken) {
                throw new IllegalArgumentException("no cohort", broken);
            }
        }

        SortedMap<String, Cohort> cohorts() {
            return cohorts;
        }
    }
}
