package org.hfsregistry.registry.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a proof has gone through so far and what it found. It lives in one thread. */
public final class Account {

    private final Witness witness;
    private final List<Head> heads = new ArrayList<>();
    private final Map<Finding.What, Long> findings = new EnumMap<>(Finding.What.class);
    private long seals;
    private long sealedEntries;
    private long erasedEntries;
    private long unsealedEntries;
    private long documents;
    private long replaced;

    Account(Witness witness) {
        this.witness = witness;
    }

    void found(Finding finding) {
        findings.merge(finding.what(), 1L, Long::sum);
        witness.found(finding);
    }

    void sealChecked() {
        seals++;
    }

    void head(Head head) {
        heads.add(head);
    }

    void sealedEntries(int more) {
        sealedEntries += more;
        witness.reached(this);
    }

    void entryErased() {
        erasedEntries++;
    }

    void unsealedEntries(int more) {
        unsealedEntries += more;
        witness.reached(this);
    }

    void documents(int more) {
        documents += more;
        witness.reached(this);
    }

    void documentReplaced() {
        replaced++;
    }

    boolean historyIsProved() {
        return findings.keySet().stream().noneMatch(Finding.What::isOfHistory);
    }

    /** The last seal of each partition. */
    public List<Head> heads() {
        return Collections.unmodifiableList(heads);
    }

    /** How often what is wrong; what is not is not in it. */
    public Map<Finding.What, Long> findings() {
        return Collections.unmodifiableMap(findings);
    }

    /** How many seals were checked. */
    public long seals() {
        return seals;
    }

    /** How many entries of the history stand where a seal says what stood there. */
    public long sealedEntries() {
        return sealedEntries;
    }

    /** Of how many of these nothing is left but the hash, since their patients were erased. */
    public long erasedEntries() {
        return erasedEntries;
    }

    /** How many entries came since, and are not proved by a seal. */
    public long unsealedEntries() {
        return unsealedEntries;
    }

    /** How many documents were held against what the history makes of them. */
    public long documents() {
        return documents;
    }

    /** How many documents were replaced by what the history makes of them. */
    public long replaced() {
        return replaced;
    }
}
