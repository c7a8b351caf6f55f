package org.hfsregistry.registry.arrival;

/**
 * Why something can't be registered, said to the hospital that sent it.
 *
 * @param code stable, upper case with underscores
 * @param message what is wrong
 * @param remedy what to do about it
 */
public record Refusal(String code, String message, String remedy) {

    private static final int LONGEST_FAULTS = 1000;
    private static final String RETRACTS_UNKNOWN = "RETRACTS_UNKNOWN";

    /** It is not an event that this registry knows. */
    public static Refusal notAnOutcome(String what) {
        return new Refusal("NOT_AN_OUTCOME", what, "submit outcomes through the intake service only");
    }

    /** It breaks the contract's rules. Of faults without end only the first are told: the store must be able to hold them. */
    public static Refusal breaksTheContract(String faults) {
        String first = faults.length() > LONGEST_FAULTS ? faults.substring(0, LONGEST_FAULTS) + "…" : faults;
        return new Refusal(
                "BREAKS_THE_CONTRACT", "the outcome breaks the contract: " + first, "mend it and submit it again");
    }

    /** It lies in another hospital's order. */
    public static Refusal otherHospital(String hospitalId) {
        return new Refusal(
                "OTHER_HOSPITAL",
                "the outcome is of hospital " + hospitalId + " and was not submitted in its name",
                "submit it with a token of hospital " + hospitalId);
    }

    /** Its patient's pseudonym was made with a key that was used by mistake. */
    public static Refusal refusedKey(String name) {
        return new Refusal(
                "REFUSED_KEY",
                "intake made the patient's pseudonym with the key " + name + ", which was a mistake of intake's",
                "submit it again as it is");
    }

    /** The same revision was registered with other content. */
    public static Refusal conflict(String outcomeId, int revision) {
        return new Refusal(
                "CONFLICT",
                "revision " + revision + " of " + outcomeId + " is registered with other content",
                revision == Integer.MAX_VALUE
                        ? "no revision is higher than this one: retract the outcome, and submit it with another outcomeId"
                        : "if this is a correction, submit it with revision " + (revision + 1)
                                + "; if it is another outcome, with an outcomeId of its own");
    }

    /** It disagrees with what else is known of the treatment. */
    public static Refusal contradiction(String field, String treatmentId, String outcomeId) {
        return new Refusal(
                "CONTRADICTION",
                field + " is not the one that outcome " + outcomeId + " gives for treatment " + treatmentId,
                "correct it here; or, if " + outcomeId
                        + " is wrong, submit every outcome of the treatment with a higher"
                        + " revision and a new treatmentId");
    }

    /** The document it belongs to is full. */
    public static Refusal tooManyOutcomes(int most) {
        return new Refusal(
                "TOO_MANY_OUTCOMES",
                "a treatment or a hospital has at most " + most + " outcomes",
                "report a change of an outcome under its own outcomeId with a higher revision, and each treatment under"
                        + " a treatmentId of its own");
    }

    /** Its id is a retraction's. */
    public static Refusal idOfARetraction(String outcomeId) {
        return new Refusal(
                "ID_OF_A_RETRACTION",
                outcomeId + " is the id of a retraction",
                "submit it with an outcomeId of its own");
    }

    /** A retraction whose id is an outcome's. */
    public static Refusal idOfAnOutcome(String outcomeId) {
        return new Refusal(
                "ID_OF_AN_OUTCOME",
                outcomeId + " is the id of an outcome",
                "submit the retraction with an outcomeId of its own");
    }

    /** A retraction that named another outcome before. */
    public static Refusal retractsAnother(String outcomeId, String retracts) {
        return new Refusal(
                "RETRACTS_ANOTHER",
                outcomeId + " is registered as the retraction of " + retracts,
                "what is retracted stays so; to retract another outcome, submit a retraction with an outcomeId of its"
                        + " own");
    }

    /** Its patient was erased, or it has ids of one who was and it can't be told whether it is another. */
    public static Refusal patientErased() {
        return new Refusal(
                "PATIENT_ERASED",
                "the patient was erased, and nothing of what was sent is kept",
                "submit nothing more of this patient; if it is another one, submit it with an outcomeId and a"
                        + " treatmentId of its own");
    }

    /** It is of another patient, and has the id of an outcome, or of a treatment, of one who was erased. */
    public static Refusal idOfErased(String id) {
        return new Refusal(
                "ID_OF_ERASED",
                id + " is the id of something that was erased with its patient, who is another one",
                "submit it with an outcomeId and a treatmentId of its own");
    }

    /** A retraction of something that never came: it is in force, and may be a mistake. */
    public static Refusal retractsUnknown(String retracts) {
        return new Refusal(
                RETRACTS_UNKNOWN,
                "nothing was submitted under " + retracts
                        + " yet; the retraction is held, and what comes will not count",
                "it is settled when " + retracts
                        + " comes; if another outcome is meant, submit in its stead a retraction"
                        + " of that one with an outcomeId of its own; if it is to wait, submit it again as it is");
    }

    /** Whether it is of a retraction of something that never came. */
    public boolean isOfUnknown() {
        return code.equals(RETRACTS_UNKNOWN);
    }

    /** A retraction of a retraction. */
    public static Refusal retractsARetraction(String retracts) {
        return new Refusal(
                "RETRACTS_A_RETRACTION",
                retracts + " is a retraction, and a retraction can't be taken back",
                "submit the outcome that should count again with a new outcomeId");
    }
}
