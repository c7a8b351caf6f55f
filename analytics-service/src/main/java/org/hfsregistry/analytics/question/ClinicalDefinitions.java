package org.hfsregistry.analytics.question;

/** What numbers mean that are told beside the spasm and its relief. It exists so that no number is shown without it. */
public final class ClinicalDefinitions {
    private ClinicalDefinitions() {}

    /** Complications of operations. */
    public static final Definition COMPLICATIONS = new Definition(
            "mvd-complications/1",
            "Operations with a complication of a kind, and of any kind (anyKind), among all operations (n); one of which no"
                    + " complication was reported counts as without. any: named in any report, whatever its course."
                    + " permanent: the latest assessment that names the kind (of a day the one submitted last) says that it"
                    + " is permanent. An operation with several kinds counts in each, and once in anyKind. A death that is"
                    + " reported as a complication is one; a death that ends a follow-up is none.",
            "Wilson 1927; the kinds and courses of the registry's contract");

    /** What courses of medication came to. */
    public static final Definition MEDICATION = new Definition(
            "medication-response/1",
            "Courses of a medication. response, and the drug in by=drug: those of the latest assessment (of a day the one"
                    + " submitted last). stopped: any report says that the course was stopped or why; because: the reason"
                    + " that the last of these gives, absent where none does. sideEffects: courses with the effect in any"
                    + " report. All rates are of all courses (n). A course's reports say nothing of the patient's sex, age"
                    + " and etiology, so filters by these take in no course.",
            "Wilson 1927; the codes of the registry's contract");

    /** Quality of life. */
    public static final Definition QUALITY_OF_LIFE = new Definition(
            "quality-of-life/1",
            "Of the treatments with a score of an instrument before and after (n pairs): the means, and the mean change, after"
                    + " less before, with its t interval; higher scores are worse, so below 0 is better. Before: the baseline"
                    + " of the report submitted last that gives one. After, of operations (treatment=mvd): the score at the"
                    + " assessment nearest to day 365 of those of days 270 to 545 that have one (of two equally near ones the"
                    + " later). After, of injection sessions (treatment=botox): the score of the report of days 28 to 90, a"
                    + " report being of the day on which relief ended or was seen last, the latest of several; the report of"
                    + " a session that did not help has no day and counts where no other does. importantlyBetter: hfs-7 lower"
                    + " by 3 points or more (minimal important change 2.63); none is known for hfs-30. Scores are read to a"
                    + " hundredth of a point. Others than the hospital itself get means to a tenth of a point, and an interval"
                    + " around that mean by the standard error rounded up to two digits.",
            "Student 1908; Wilson 1927; Saengphatrachai et al. 2025");

    /** Who is treated. */
    public static final Definition CASE_MIX = new Definition(
            "case-mix/1",
            "Patients of a hospital by treatment (mvd, botox, medication): count, and share of all patients of that treatment."
                    + " A patient with several treatments of a kind is counted once, by the latest: its day, the age in its year"
                    + " (ageBand, in tens of years), and what its reports say of the patient; of what they don't say, what those"
                    + " of the patient's latest other treatment say that do, of whatever kind. A filter or year takes in the"
                    + " patients whose latest treatment it takes in, by its own reports. A patient with treatments of two kinds,"
                    + " or in two hospitals, is counted in both. trigger and vessel: patients with each, who may have several or none."
                    + " not-said is where no report says it. What nobody has is left out.",
            "The hospitals' own reports");
}
