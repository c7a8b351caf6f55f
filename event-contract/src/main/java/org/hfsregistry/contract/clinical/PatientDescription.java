package org.hfsregistry.contract.clinical;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital says of a patient beside the outcome; years only, never a date of birth.
 *
 * @param baselineScore on {@code baselineScale}: smc 1–4, cohen-albert 0–4, jrs 0–8
 */
public record PatientDescription(
        @Nullable Integer birthYear,
        @Nullable Sex sex,
        @Nullable Etiology etiology,
        List<Trigger> triggers,
        @Nullable Integer spasmOnsetYear,
        @Nullable BaselineScale baselineScale,
        @Nullable Double baselineScore,
        @Nullable QualityOfLife baselineQualityOfLife) {

    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 9999;
    private static final int OLDEST = 120;

    /** Sorts the triggers; refuses scores outside their scale. */
    public PatientDescription {
        triggers = Code.canonical(triggers);
        Faults faults = new Faults();
        check(faults, birthYear, spasmOnsetYear, baselineScale, baselineScore);
        faults.refuse();
    }

    /** The rules across the fields; absent values pass. */
    public static void check(
            Faults faults,
            @Nullable Integer birthYear,
            @Nullable Integer spasmOnsetYear,
            @Nullable BaselineScale scale,
            @Nullable Double score) {
        faults.range("birthYear", birthYear, EARLIEST_YEAR, LATEST_YEAR);
        faults.range("spasmOnsetYear", spasmOnsetYear, EARLIEST_YEAR, LATEST_YEAR);
        if (score != null) {
            faults.required("baselineScale", scale, "beside baselineScore");
        }
        if (scale != null) {
            faults.range("baselineScore", score, scale.min, scale.max);
        }
    }

    /** Refuses years that can't be those of somebody who was treated then. */
    public static void fits(Faults faults, @Nullable LocalDate treatedOn, @Nullable PatientDescription patient) {
        if (treatedOn == null || patient == null) {
            return;
        }
        Integer born = patient.birthYear;
        Integer onset = patient.spasmOnsetYear;
        int treated = treatedOn.getYear();
        if (born != null && born > treated) {
            misfit(faults, "BORN_AFTER_TREATED", "birthYear", "is after the year of treatedOn (" + treated + ")");
        }
        if (born != null && treated - born > OLDEST) {
            misfit(faults, "TOO_OLD", "birthYear", "is more than " + OLDEST + " years before treatedOn");
        }
        if (onset != null && onset > treated) {
            misfit(faults, "ONSET_AFTER_TREATED", "spasmOnsetYear", "is after the year of treatedOn (" + treated + ")");
        }
        if (onset != null && treated - onset > OLDEST) {
            misfit(faults, "TOO_EARLY", "spasmOnsetYear", "is more than " + OLDEST + " years before treatedOn");
        }
        if (onset != null && born != null && onset < born) {
            misfit(faults, "ONSET_BEFORE_BORN", "spasmOnsetYear", "is before patient.birthYear");
        }
    }

    private static void misfit(Faults faults, String code, String field, String problem) {
        faults.add(code, "patient." + field, null, "patient." + field + " " + problem, "check both years");
    }

    /** As the hospital has it on record. */
    public enum Sex implements Code {
        FEMALE("female"),
        MALE("male"),
        OTHER("other"),
        UNKNOWN("unknown");

        private final String code;

        Sex(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What the spasm came of. */
    public enum Etiology implements Code {
        VASCULAR("vascular"),
        TUMOUR("tumour"),
        INFLAMMATION("inflammation"),
        POST_BELL("post-bell"),
        TRAUMA("trauma"),
        POST_SURGICAL("post-surgical"),
        OTHER("other"),
        UNKNOWN("unknown");

        private final String code;

        Etiology(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What is said to bring spasms on. */
    public enum Trigger implements Code {
        COLD("cold"),
        STRESS("stress"),
        FATIGUE("fatigue"),
        DIET("diet"),
        SPEAKING_CHEWING("speaking-chewing"),
        BRIGHT_LIGHT("bright-light"),
        OTHER("other");

        private final String code;

        Trigger(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The scale of the severity before treatment, and how far it goes. */
    public enum BaselineScale implements Code {
        SMC("smc", 1, 4),
        COHEN_ALBERT("cohen-albert", 0, 4),
        JRS("jrs", 0, 8);

        private final String code;
        private final int min;
        private final int max;

        BaselineScale(String code, int min, int max) {
            this.code = code;
            this.min = min;
            this.max = max;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
