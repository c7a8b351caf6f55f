package org.hfsregistry.contract.json;

import java.util.List;
import java.util.Locale;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;

/**
 * The patient id of one outcome, as long as that is read: ids must not be made of it, and faults must not tell it.
 *
 * <p>Ids are kept as they are, for ever; a patient id is kept nowhere.
 */
final class RawPatientId {

    static final String IN_ID = "PATIENT_ID_IN_ID";

    /** From here on, a part of an id that equals the patient's is it, and no chance. */
    private static final int TELLING = 8;

    /** From here on, characters within an id that equal the patient's may well be it. */
    private static final int SUSPICIOUS_ANYWHERE = 6;

    /** From here on, a part of an id that equals the patient's may well be it; shorter ones are anything. */
    private static final int SUSPICIOUS = 4;

    /** One to three letters tell of nobody. */
    private static final int UNTELLING = 3;

    private String id = "";

    /** Notes what was sent; a pseudonym tells of nobody. */
    void sent(String text) {
        id = PatientPseudonym.isOne(text) ? "" : Fault.whole(text.strip());
    }

    /** Refuses an id that contains the patient's, or warns where that may be chance. */
    void check(String field, @Nullable String made, Faults faults, Faults warnings) {
        if (made == null || id.length() < SUSPICIOUS) {
            return;
        }
        if (isMadeOfIt(made)) {
            faults.add(
                    IN_ID,
                    field,
                    null,
                    field + " contains the patientId; ids like this one are kept as they are, patient ids never",
                    "use a number of your own that is not made of the patient's");
        } else if (isPartOf(made) || (id.length() >= SUSPICIOUS_ANYWHERE && isWithin(made))) {
            warnings.add(
                    IN_ID,
                    field,
                    null,
                    field + " may contain the patientId, and is kept as it is",
                    "use a number of your own that is not made of the patient's");
        }
    }

    /** Whether an id of the outcome tells the patient's. */
    boolean isMadeOfIt(String made) {
        return id.length() >= TELLING && isPartOf(made);
    }

    private boolean isWithin(String made) {
        return made.toLowerCase(Locale.ROOT).contains(id.toLowerCase(Locale.ROOT));
    }

    private boolean isPartOf(String made) {
        int length = id.length();
        for (int at = 0; at + length <= made.length(); at++) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(made.charAt(at - 1));
            boolean ends = at + length == made.length() || !Character.isLetterOrDigit(made.charAt(at + length));
            if (begins && ends && made.regionMatches(true, at, id, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** The faults without the patient id, where it was put into another field. */
    List<Fault> withheldFrom(List<Fault> faults) {
        return id.isEmpty() ? faults : faults.stream().map(this::without).toList();
    }

    private Fault without(Fault fault) {
        String value = fault.value() != null && tells(fault.value()) ? null : fault.value();
        boolean namedBySender = fault.code().equals(Shape.UNKNOWN_FIELD);
        String field = namedBySender && tells(fault.field()) ? "" : fault.field();
        return new Fault(fault.code(), field, value, fault.message(), fault.fix());
    }

    /** Also by a part of a long id, since a long value is told shortened. */
    private boolean tells(String text) {
        String told = text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
        return told.equals(id)
                || (id.length() > UNTELLING && told.contains(id))
                || (told.length() > UNTELLING && id.contains(told));
    }
}
