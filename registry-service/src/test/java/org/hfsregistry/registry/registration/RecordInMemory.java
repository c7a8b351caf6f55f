package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.erasure.CarryOutErasure;
import org.hfsregistry.registry.erasure.FindErased;
import org.hfsregistry.registry.following.ClaimPartitions;
import org.hfsregistry.registry.following.WaitingForKeys;
import org.hfsregistry.registry.history.Decision;
import org.hfsregistry.registry.merging.CarryOutMerge;
import org.hfsregistry.registry.merging.FindPersons;
import org.hfsregistry.registry.quarantine.Quarantined;
import org.hfsregistry.registry.receipt.FindReceipts;
import org.hfsregistry.registry.receipt.OutcomeEntry;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Dossiers;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Hospitals;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;

/**
 * All that the registry keeps, in maps. Before each single read and write something may happen: a crash, or what another
 * process does in the meantime. A bulk is read and written in any order, as a store does.
 */
final class RecordInMemory {

    private static final int AT_ONCE = 2;

    final Map<Position, Decision> history =
            new TreeMap<>(Comparator.comparingInt(Position::partition).thenComparingLong(Position::offset));
    final Map<String, Quarantined> quarantine = new TreeMap<>();
    final Map<String, Treatment> treatments = new TreeMap<>();
    final Map<String, Hospital> hospitals = new TreeMap<>();
    final Map<String, OutcomeEntry> entries = new TreeMap<>();
    final ErasuresInMemory erasures = new ErasuresInMemory(() -> this.beforeEachStep.run());
    final MergesInMemory merges = new MergesInMemory(() -> this.beforeEachStep.run());
    final TopicsInMemory topics = new TopicsInMemory(this::each);
    final ProgressInMemory progress = new ProgressInMemory(() -> this.beforeEachStep.run());

    private final Random order;
    private Runnable beforeEachStep = () -> {};
    private PseudonymKeys keys = Keys.FIRST;
    int wholeHistories;

    RecordInMemory(long seed) {
        this.order = new Random(seed);
    }

    void beforeEachStep(Runnable event) {
        this.beforeEachStep = event;
    }

    /** A process that has other keys than the processes before. */
    void keys(PseudonymKeys keys) {
        this.keys = keys;
    }

    PseudonymKeys keys() {
        return keys;
    }

    ApplyOutcomes applyOutcomes(Clock clock) {
        return new ApplyOutcomes(
                decisions(),
                quarantined(),
                new TreatmentDossiers(),
                new HospitalDossiers(),
                outcomeIndex(),
                topics,
                progress,
                new CarryOutErasure(
                        decisions(),
                        tracesInMemory(),
                        quarantined(),
                        new TreatmentDossiers(),
                        outcomeIndex(),
                        erasures,
                        merges,
                        new FindPersons(merges, keys),
                        keys),
                new FindErased(erasures, keys),
                new CarryOutMerge(
                        decisions(),
                        new TreatmentDossiers(),
                        outcomeIndex(),
                        quarantined(),
                        merges,
                        new FindPersons(merges, keys),
                        keys),
                new FindPersons(merges, keys),
                keys,
                clock);
    }

    Treatments treatments() {
        return new TreatmentDossiers();
    }

    Hospitals hospitals() {
        return new HospitalDossiers();
    }

    private EntriesInMemory outcomeIndex() {
        return new EntriesInMemory(entries, this::each);
    }

    private DecisionsInMemory decisions() {
        return new DecisionsInMemory(history, this::each, () -> beforeEachStep.run());
    }

    private QuarantinedInMemory quarantined() {
        return new QuarantinedInMemory(quarantine, this::each, this::next);
    }

    private TracesInMemory tracesInMemory() {
        return new TracesInMemory(history, this::each, () -> wholeHistories++);
    }

    ClaimPartitions claimPartitions() {
        return new ClaimPartitions(progress, progress.turnings(), keys, new WaitingForKeys());
    }

    TurnPseudonyms turnPseudonyms() {
        return new TurnPseudonyms(new TreatmentDossiers(), quarantined(), topics, progress, progress.turnings(), keys);
    }

    FindReceipts findReceipts() {
        return new FindReceipts(outcomeIndex(), progress);
    }

    /** What counts is the same, and how it came about; published may have been an older version after a newer one. */
    void assertSameAs(RecordInMemory disturbed) {
        assertThat(disturbed.history).isEqualTo(history);
        assertThat(disturbed.treatments).isEqualTo(treatments);
        assertThat(disturbed.hospitals).isEqualTo(hospitals);
        assertThat(disturbed.entries).isEqualTo(entries);
        assertThat(disturbed.quarantine).isEqualTo(quarantine);
        assertThat(disturbed.erasures.byId()).isEqualTo(erasures.byId());
        assertThat(disturbed.merges.all()).isEqualTo(merges.all());
    }

    private <T> void each(Collection<T> bulk, Consumer<T> step) {
        List<T> shuffled = new ArrayList<>(bulk);
        Collections.shuffle(shuffled, order);
        for (T one : shuffled) {
            beforeEachStep.run();
            step.accept(one);
        }
    }

    private <D extends Dossier<?>> boolean put(Map<String, D> dossiers, List<Dossiers.Revised<D>> bulk) {
        List<D> lost = new ArrayList<>();
        each(bulk, revised -> {
            D stored = dossiers.get(revised.dossier().place().id());
            if (revised.storedVersion() == (stored == null ? 0 : stored.version())) {
                dossiers.put(revised.dossier().place().id(), revised.dossier());
            } else {
                lost.add(revised.dossier());
            }
        });
        return lost.isEmpty();
    }

    private <V> List<V> found(Map<String, V> all, Set<String> ids) {
        List<V> found = new ArrayList<>();
        each(new TreeSet<>(ids), id -> {
            V stored = all.get(id);
            if (stored != null) {
                found.add(stored);
            }
        });
        return found;
    }

    /** Fewer than there may be, so that there are several steps. */
    private <V> List<V> next(Map<String, V> all, Optional<String> after) {
        beforeEachStep.run();
        return all.entrySet().stream()
                .filter(one -> after.isEmpty() || one.getKey().compareTo(after.get()) > 0)
                .limit(AT_ONCE)
                .map(Map.Entry::getValue)
                .toList();
    }

    private final class TreatmentDossiers implements Treatments {
        @Override
        public List<Treatment> find(Set<String> ids) {
            return found(treatments, ids);
        }

        @Override
        public boolean put(List<Revised<Treatment>> dossiers) {
            return RecordInMemory.this.put(treatments, dossiers);
        }

        @Override
        public List<Treatment> of(String hospitalId, Selection selection) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public List<Treatment> ofPatient(String hospitalId, PatientPseudonym patient) {
            beforeEachStep.run();
            return treatments.values().stream()
                    .filter(treatment -> treatment.document().hospitalId().equals(hospitalId))
                    .filter(treatment -> treatment.document().patientId().equals(Optional.of(patient)))
                    .toList();
        }

        @Override
        public Stream<Treatment> operations(String hospitalId, Optional<LocalDate> from, LocalDate to) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public Stream<Treatment> counting(Optional<String> hospitalId) {
            throw new UnsupportedOperationException("nobody looks");
        }

        @Override
        public List<Treatment> all(Optional<String> after, int limit) {
            return next(treatments, after);
        }
    }

    private final class HospitalDossiers implements Hospitals {
        @Override
        public List<Hospital> find(Set<String> ids) {
            return found(hospitals, ids);
        }

        @Override
        public boolean put(List<Revised<Hospital>> dossiers) {
            return RecordInMemory.this.put(hospitals, dossiers);
        }

        @Override
        public Stream<Hospital> reporting(Optional<String> hospitalId) {
            throw new UnsupportedOperationException("nobody looks");
        }
    }
}
