package org.hfsregistry.intake.pseudonym;

import java.util.List;
import org.hfsregistry.contract.json.PatientIds;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.pseudonym.PseudonymKey;

/** Makes the pseudonyms of every hospital's patients; a patient of two hospitals has two. */
public final class Pseudonyms {

    private final PseudonymKey first;
    private final PseudonymChain chain;

    /** Makes them with this key. */
    public Pseudonyms(PseudonymKey key) {
        this(key, List.of());
    }

    /**
     * Makes them with these keys.
     *
     * @param laterKeys those that followed the first, in their order
     * @throws org.hfsregistry.contract.pseudonym.UnusableKey where two are the same
     */
    public Pseudonyms(PseudonymKey first, List<PseudonymKey> laterKeys) {
        this.first = first;
        this.chain = PseudonymChain.of(first, laterKeys);
    }

    /** Those of one hospital's patients, for one thread: a request takes its own. */
    public PatientIds ofHospital(String hospitalId) {
        return new PatientsOfHospital(first, chain, hospitalId);
    }
}
