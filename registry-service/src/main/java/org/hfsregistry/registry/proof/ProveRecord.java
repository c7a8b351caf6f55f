package org.hfsregistry.registry.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.hfsregistry.registry.history.Census;
import org.hfsregistry.registry.history.Journal;
import org.hfsregistry.registry.merging.KeptMerges;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.registration.Announcements;
import org.hfsregistry.registry.registration.Replay;
import org.hfsregistry.registry.treatment.Dossier;
import org.hfsregistry.registry.treatment.Dossiers.Revised;
import org.hfsregistry.registry.treatment.Hospital;
import org.hfsregistry.registry.treatment.Hospitals;
import org.hfsregistry.registry.treatment.Kept;
import org.hfsregistry.registry.treatment.KeptDossiers;
import org.hfsregistry.registry.treatment.Treatment;
import org.hfsregistry.registry.treatment.Treatments;
import org.springframework.stereotype.Service;

/**
 * Proves that the history was not altered and that the documents are what it makes of them; and puts documents right that are
 * not, where somebody says so and the history is proved. The registry goes on meanwhile. It keeps the documents of some
 * hospitals in memory, never those of all.
 */
@Service
public final class ProveRecord {

    private static final int PUBLISHED_AT_ONCE = 250;

    private final Journal journal;
    private final Seals seals;
    private final FollowedLog followedLog;
    private final KeptDossiers keptDossiers;
    private final KeptMerges keptMerges;
    private final Treatments treatments;
    private final Hospitals hospitals;
    private final Announcements announcements;
    private final PseudonymKeys keys;

    ProveRecord(
            Journal journal,
            Seals seals,
            FollowedLog followedLog,
            KeptDossiers keptDossiers,
            KeptMerges keptMerges,
            Treatments treatments,
            Hospitals hospitals,
            Announcements announcements,
            PseudonymKeys keys) {
        this.journal = journal;
        this.seals = seals;
        this.followedLog = followedLog;
        this.keptDossiers = keptDossiers;
        this.keptMerges = keptMerges;
        this.treatments = treatments;
        this.hospitals = hospitals;
        this.announcements = announcements;
        this.keys = keys;
    }

    /**
     * Proves.
     *
     * @param known what was written down elsewhere
     */
    public Account prove(WrittenDown known, Witness witness) {
        return prove(known, false, witness);
    }

    /**
     * Proves, and puts right what is not as the history makes it. Of a history that is not proved nothing is put in place. All
     * documents are published, also those that are right: an earlier try may have put them right and not have come to publish.
     *
     * @param known what was written down elsewhere
     */
    public Account rebuild(WrittenDown known, Witness witness) {
        return prove(known, true, witness);
    }

    private Account prove(WrittenDown known, boolean replace, Witness witness) {
        Account account = new Account(witness);
        HistoryProof ofHistory = new HistoryProof(journal, seals, known, account);
        partitions(known.heads()).forEach(ofHistory::prove);
        ofHistory.proveErased(followedLog.all());
        ofHistory.proveKeys(followedLog);
        KeptDossiers.Keys documents = keptDossiers.keys();
        documents
                .strays()
                .forEach(stray -> account.found(Finding.ofKey(
                        Finding.What.DOCUMENT_ADDED,
                        Optional.empty(),
                        "a document has a key that no document has: " + stray)));
        Census census = new Census(journal);
        ofHistory.reached().forEach(census::walk);
        census.known(documents.hospitals());
        RecordProof ofRecord = new RecordProof(journal, census, followedLog, keptDossiers, keptMerges, keys, account);
        census.known(ofRecord.merging());
        for (Set<String> group : census.groups()) {
            RecordProof.Compared compared = ofRecord.prove(group);
            if (replace && account.historyIsProved()) {
                replace(compared, account);
            }
        }
        return account;
    }

    /** All that are known of, each with the offset up to which it was followed. */
    private Map<Integer, Long> partitions(List<Head> known) {
        Map<Integer, Long> partitions = new TreeMap<>();
        followedLog.all().forEach((partition, followed) -> partitions.put(partition, followed.next()));
        seals.partitions().forEach(partition -> partitions.putIfAbsent(partition, 0L));
        known.forEach(head -> partitions.putIfAbsent(head.partition(), 0L));
        return partitions;
    }

    private void replace(RecordProof.Compared compared, Account account) {
        List<Dossier<?>> right = new ArrayList<>();
        for (Kept kept : compared.kept().values()) {
            if (!compared.unlike().contains(kept.place())) {
                right.add(kept.dossier().orElseThrow());
            }
        }
        for (Place place : compared.unlike()) {
            Optional<Kept> kept = Optional.ofNullable(compared.kept().get(place));
            long stored = kept.map(Kept::version).orElse(0L);
            Dossier<?> renewed = renewed(stored, place, compared.replay());
            if (put(stored, renewed)) {
                account.documentReplaced();
                right.add(renewed);
            }
        }
        publish(right);
    }

    /**
     * A version above all that readers can have seen, however often the document was turned to newer keys, and whatever was
     * decided of it that is erased now.
     */
    private static Dossier<?> renewed(long stored, Place place, Replay replay) {
        Dossier<?> replayed = replay.dossier(place);
        return replayed.asVersion(Math.max(stored, replayed.version() + replay.mostTurns() + replay.redacted()) + 1);
    }

    /** Whether the store held that version still. */
    private boolean put(long stored, Dossier<?> renewed) {
        return switch (renewed) {
            case Treatment treatment -> treatments.put(List.of(new Revised<>(stored, treatment)));
            case Hospital hospital -> hospitals.put(List.of(new Revised<>(stored, hospital)));
        };
    }

    private void publish(List<Dossier<?>> dossiers) {
        for (int from = 0; from < dossiers.size(); from += PUBLISHED_AT_ONCE) {
            Collection<Dossier<?>> some = dossiers.subList(from, Math.min(dossiers.size(), from + PUBLISHED_AT_ONCE));
            announcements.publish(some);
            announcements.followUp(some, treatments, hospitals);
        }
    }
}
