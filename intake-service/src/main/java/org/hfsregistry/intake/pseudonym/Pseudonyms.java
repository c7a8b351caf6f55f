package org.hfsregistry.intake.pseudonym;

import org.hfsregistry.contract.json.PatientIds;

/** Makes the pseudonyms of every hospital's patients; a patient of two hospitals has two. */
public final class Pseudonyms {

    private final PseudonymKey key;

    /** Makes them with this key. */
    public Pseudonyms(PseudonymKey key) {
        this.key = key;
    }

    /** Those of one hospital's patients, for one thread: a request takes its own. */
    public PatientIds ofHospital(String hospitalId) {
        return new PatientsOfHospital(key, hospitalId);
    }
}
