package org.hfsregistry.contract.outcome;

import java.util.regex.Pattern;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.clinical.IdForm;
import org.jspecify.annotations.Nullable;

/** What a hospital reports: of a treatment, of itself, or that an earlier report should not count. */
public sealed interface Outcome permits TreatmentOutcome, HospitalReport, Retraction {

    /** The form of an outcome's or a treatment's id. */
    IdForm ID_FORM = new IdForm("._:-", 64);

    /** The form of a hospital's id. */
    IdForm HOSPITAL_ID_FORM = new IdForm("._-", 32);

    /** {@link #ID_FORM} for who needs a regular expression. */
    Pattern ID = ID_FORM.pattern();

    /** {@link #HOSPITAL_ID_FORM} for who needs a regular expression. */
    Pattern HOSPITAL_ID = HOSPITAL_ID_FORM.pattern();

    /** Which record this is on the wire. */
    OutcomeType type();

    /** The hospital's own id of this report, unique in the hospital. */
    String outcomeId();

    /** From 1; a higher one replaces the lower. */
    int revision();

    /** Whose report it is. */
    String hospitalId();

    /** The rules that all outcomes share; absent values pass. */
    static void check(
            Faults faults, @Nullable String outcomeId, @Nullable Integer revision, @Nullable String hospitalId) {
        faults.id("outcomeId", outcomeId, ID_FORM, "1 to 64 letters, digits or . _ : -");
        faults.atLeast("revision", revision, 1);
        faults.id("hospitalId", hospitalId, HOSPITAL_ID_FORM, "1 to 32 letters, digits or . _ -");
    }
}
