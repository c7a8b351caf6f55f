package org.hfsregistry.intake.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import javax.crypto.Mac;
import org.hfsregistry.contract.json.PatientIds;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonyms of one hospital's patients.
 *
 * <p>Hashed with the first key is the length of the hospital's id in four bytes, the hospital's id, and the patient's id, both in UTF-8: the
 * length keeps a hospital {@code A} with a patient {@code B1} apart from a hospital {@code AB} with a patient {@code 1}.
 * The patient's id is stripped and in Unicode's form NFC, since two systems of a hospital may write one name in two ways.
 * What later keys make of the first one's pseudonym is the chain's business. A pseudonym of this registry stays what it is.
 */
final class PatientsOfHospital implements PatientIds {

    private static final int LONGEST = 128;

    private final String keyId;
    private final Mac mac;
    private final PseudonymChain chain;
    private final byte[] hospital;

    PatientsOfHospital(PseudonymKey first, PseudonymChain chain, String hospitalId) {
        this.keyId = first.id();
        this.mac = first.mac();
        this.chain = chain;
        byte[] id = hospitalId.getBytes(StandardCharsets.UTF_8);
        this.hospital = ByteBuffer.allocate(Integer.BYTES + id.length)
                .putInt(id.length)
                .put(id)
                .array();
    }

    @Override
    public @Nullable PatientPseudonym pseudonym(String patientId) {
        String stripped = patientId.strip();
        int characters = stripped.codePointCount(0, stripped.length());
        if (characters < 1 || characters > LONGEST || hasHalfCharacter(stripped)) {
            return null;
        }
        return isOfThisRegistry(stripped) ? chain.newest(new PatientPseudonym(stripped)) : made(stripped);
    }

    /** What a hospital has from the registry, as in an export, stands for the same patient when it comes back. */
    private boolean isOfThisRegistry(String patientId) {
        return PatientPseudonym.isOne(patientId) && chain.names().contains(new PatientPseudonym(patientId).keyName());
    }

    private PatientPseudonym made(String stripped) {
        mac.update(hospital);
        mac.update(Normalizer.normalize(stripped, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
        return chain.newest(PatientPseudonym.of(keyId, mac.doFinal()));
    }

    /** UTF-8 has no half characters: all of them would become the same question mark, and two patients one. */
    private static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
            }
        }
        return false;
    }
}
