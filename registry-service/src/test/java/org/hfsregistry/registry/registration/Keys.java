package org.hfsregistry.registry.registration;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.registry.arrival.PseudonymKeys;

/** Pseudonym keys for tests, after the first one that the examples' pseudonyms name. */
final class Keys {

    static final PseudonymKeys FIRST = of(1);
    static final PseudonymKeys TWO = of(2);
    static final PseudonymKeys THREE = of(3);

    private Keys() {}

    private static PseudonymKeys of(int keys) {
        List<PseudonymKey> later = IntStream.rangeClosed(2, keys)
                .mapToObj(number -> {
                    byte[] secret = new byte[PseudonymKey.FEWEST_BYTES];
                    secret[0] = (byte) number;
                    return new PseudonymKey("k" + number, secret);
                })
                .toList();
        return new PseudonymKeys(PseudonymChain.after("k1", later), Set.of());
    }

    /** The same outcome as an intake with these keys would have published it. */
    static Outcome under(PseudonymKeys keys, Outcome outcome) {
        return outcome instanceof TreatmentOutcome treatment ? keys.newest(treatment) : outcome;
    }

    static boolean isUnder(PseudonymKeys keys, PatientPseudonym pseudonym) {
        return keys.chain().isNewest(pseudonym);
    }
}
