package org.hfsregistry.contract.outcome;

import java.util.regex.Pattern;
import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;

/** What a hospital reports: of a treatment, of itself, or that an earlier report should not count. */
public sealed interface Outcome permits TreatmentOutcome, HospitalReport, Retraction {

    /** The form of an outcome's or a treatment's id. */
    Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** The form of a hospital's id. */
    Pattern HOSPITAL_ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

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
        faults.id("outcomeId", outcomeId, ID, "1 to 64 letters, digits or . _ : -");
        faults.atLeast("revision", revision, 1);
        faults.id("hospitalId", hospitalId, HOSPITAL_ID, "1 to 32 letters, digits or . _ -");
    }
}
