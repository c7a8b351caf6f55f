package org.hfsregistry.analytics.question;

/**
 * What a number means, under an id with a version. It exists so that no number is shown without it.
 *
 * @param source where the definition and its methods come from
 */
public record Definition(String id, String text, String source) {
    private static final String FOLLOW_UP =
            " followUp is the median time that people were followed, by reverse Kaplan-Meier up to the end of the curve;"
                    + " where it is short, the curve is made of few people.";

    /** Success of operations. */
    public static final Definition SUCCESS = new Definition(
            "mvd-success/1",
            "Of the operations with an assessment 270 to 545 days after surgery (at=90: 45 to 180 days), the part whose"
                    + " assessment nearest to day 365 (90; of two equally near ones the later) has a grade in the set. n"
                    + " counts every assessed operation, also where the window is still open. T = E + C; operations whose"
                    + " assessment has no complicationGrade are not assessed for T and not in n. due counts operations"
                    + " whose window has closed by the data's date, completeness is the part of these that is assessed,"
                    + " and bounds is the rate among these if all that are not assessed were failures, or successes."
                    + " shrunkenInterval leaves out the uncertainty of alpha and beta. Hospitals whose counts are not"
                    + " shown enter the target, the dispersion, alpha and beta as one.",
            "Kondo et al. 2012; Wilson 1927; Spiegelhalter 2005; Casella 1985");

    /** Return of the spasm. */
    public static final Definition RECURRENCE = new Definition(
            "mvd-recurrence/1",
            "Starts at the first E0. Event: a confirmed recurrence whose onset is at least gap days after it, or an"
                    + " assessment at least gap days after it with E2 or E3. Competing: another operation on that side"
                    + " before, or death. Censored at the last assessment or the end of follow-up. Cumulative incidence by"
                    + " Aalen-Johansen with log-log intervals; rate is recurrences / atRisk whatever the follow-up."
                    + FOLLOW_UP
                    + " Curves stop where too few are at risk to be shown.",
            "Aalen and Johansen 1978; Schemper and Smith 1996; Wilson 1927");

    /** Time from operations to relief. */
    public static final Definition TIME_TO_RELIEF = new Definition(
            "mvd-time-to-relief/1",
            "Days from surgery to the first E0. Competing: another operation on that side before, or death. Censored at the"
                    + " last assessment or the end of follow-up. Cumulative incidence by Aalen-Johansen with log-log"
                    + " intervals. medianDays is the day by which half of all operations have been followed by an E0;"
                    + " absent where the curve does not reach one half. The day of an E0 is the day it was seen."
                    + FOLLOW_UP
                    + " Curves stop where too few are at risk to be shown.",
            "Aalen and Johansen 1978; Schemper and Smith 1996");

    /** Relief by injections. */
    public static final Definition RELIEF = new Definition(
            "botox-relief/1",
            "Days from the injection to the end of relief, among the sessions that responded; a relief that still lasted"
                    + " when it was last seen is censored then. Kaplan-Meier with log-log intervals, median by Brookmeyer"
                    + " and Crowley (medianInterval), meanDays restricted to followedUpTo. responseRate and its interval"
                    + " are of all sessions. adverse: sessions with the effect in any report, whatever its course."
                    + FOLLOW_UP
                    + " Curves stop where too few are at risk to be shown, and everything of the curve is taken up to there.",
            "Kaplan and Meier 1958; Brookmeyer and Crowley 1982; Schemper and Smith 1996; Wilson 1927");

    /** How good the data are. */
    public static final Definition QUALITY = new Definition(
            "quality/1",
            "operations, due and completeness as in mvd-success/1 at a year. caseAscertainment, of operations (mvd) and"
                    + " injection sessions (botox): of the years of treatment of which a hospital reported how many it did"
                    + " (eligible-cases; of several reports of a year the one submitted last), the registered over the"
                    + " reported; above 1 where more are registered than reported, absent where none were reported, and"
                    + " where a filter is by anything but the day. daysToSubmission, of operations and of sessions: days"
                    + " from the treatment to the UTC day on which the earliest of its outcomes that count was submitted;"
                    + " a correction is submitted when it is, so where it stands in for the only outcome the treatment"
                    + " counts as late as the correction. median and p90 are quantiles of type 7. retractions: outcomes of"
                    + " treatments that were retracted (count) among these and those that count (outcomes). quarantine:"
                    + " what could not be registered, as the registry counted it when it last changed; none of it is in any other"
                    + " number. open: somebody has to see to it, by the reason in byCode; resubmitted: came again, and is"
                    + " on its way or in quarantine itself; resolved: something is registered or retracted in its stead."
                    + " What nobody can tell the hospital of is in none. retractions and quarantine are of all times, and"
                    + " absent where some times or treatments are asked for.",
            "Hyndman and Fan 1996; Wilson 1927; the registry's own counts");

    /** The list of hospitals. */
    public static final Definition HOSPITALS = new Definition(
            "hospitals/1",
            "What hospitals said of themselves, and headline numbers: mvd-success/1 by E0 at a year, mvd-recurrence/1 with"
                    + " a gap of 90 days, mvd-time-to-relief/1, botox-relief/1,"
                    + " mvd-complications/1 of any kind, medication-response/1, reinjection-interval/1, botox-to-mvd/1.",
            "The hospitals' own reports");

    /** How soon an injection is followed by the next. */
    public static final Definition REINJECTION = new Definition(
            "reinjection-interval/1",
            "Days from an injection session to the next of the same patient and side in the same hospital; n counts those"
                    + " that were followed by another, and sessions of one day count as one. It is not how long relief"
                    + " lasts: a date in the calendar is not the end of relief (botox-relief/1). medianDays, p25 and p75 are"
                    + " quantiles of type 7. An interval that has not ended is not in it, so that recent sessions count"
                    + " only where they were followed soon. Filters and groups are by the session that begins the"
                    + " interval.",
            "Hyndman and Fan 1996");

    /** The trend of relief within patients. */
    public static final Definition TREND = new Definition(
            "botox-trend/1",
            "The change of relief in days (botox-relief/1) from one injection number to the next within the same patients:"
                    + " least squares with a level for each patient, adjusted for the product and for the dose in the units of"
                    + " each product; interval by t with standard errors clustered by patient. Only reliefs that have ended,"
                    + " of patients with at least two of them: injections and patients count these. censoredShare is the part"
                    + " of the sessions that helped whose relief still lasted when it was last seen, and so is not in the"
                    + " trend; where it is large, long reliefs are missing. noSlope says why there is none. Injection numbers"
                    + " are those that the hospital gave. Others than the hospital itself ask of all sessions.",
            "Frisch and Waugh 1933; Arellano 1987; Cameron and Miller 2015");

    /** A hospital's own operations in their order. */
    public static final Definition MONITORING = new Definition(
            "monitoring/1",
            "For the hospital itself. Its operations with an assessment 270 to 545 days after surgery, in the order of the"
                    + " days of surgery; a failure is one whose grade at a year is not E0, as in mvd-success/1. risk is the"
                    + " expected risk of failure: by a logistic regression over the network of age, sex, years since the"
                    + " spasm began, repeat operation, vertebral artery and an etiology other than vascular, where there are"
                    + " at least 10 failures (or successes, if these are fewer) a parameter; else the network's rate. network.risk"
                    + " says which. What was not said of an operation counts as the network's mean, or as no. What few have, or few"
                    + " lack, who failed or who did not, is no parameter. Of more than 20,000 operations some are fitted that chance chose. Risks are"
                    + " rounded to thousandths before anything is made of them. expected is their sum; ratio is observed /"
                    + " expected with the exact Poisson interval, shrunkenRatio (observed + 2) / (expected + 2) with its gamma"
                    + " interval; both take what was expected as known. calibration: the hospital's operations in fifths by"
                    + " rising risk. cusum: S = max(0, S before + W), W the log-likelihood ratio of twice the odds of failure;"
                    + " a signal where it reaches limit.value, after which it starts anew. The limit is the one that"
                    + " simulated charts of 100 such operations reach in 5 of 100 though nothing has changed; lower and upper"
                    + " are limits that the simulation can't tell from it. vlad: expected less observed failures up to then.",
            "Steiner et al. 2000; Lovegrove et al. 1997; Peduzzi et al. 1996; Garwood 1936; Salkowski et al. 2014");

    /** What is missing of a hospital's treatments. */
    public static final Definition MISSING = new Definition(
            "missing/1",
            "For the hospital itself. assessments: operations without an assessment 270 to 545 days after surgery, by the"
                    + " data's date: missed where day 545 is over (due less assessed of quality/1), closing where it comes within"
                    + " 60 days, open where day 270 has come; of those whose follow-up has ended only missed is told. traits, of"
                    + " operations (mvd) and injection sessions (botox): of how many each is wanted (of), and of how many of these"
                    + " it was not said (missing). birthYear, sex and etiology: of an operation its own reports have to say them, as"
                    + " risks in monitoring/1 go by these; of a session any report of the patient, as in case-mix/1. spasmOnsetYear, vessels and repeatOperation are of operations; one with no vessel at"
                    + " all lacks vessels. qualityOfLife: a score before and one after by the same instrument, as in"
                    + " quality-of-life/1, wanted where the time of the second is over.",
            "The hospitals' own reports");

    /** How many are operated on after injections. */
    public static final Definition BOTOX_TO_MVD = new Definition(
            "botox-to-mvd/1",
            "Starts at the first injection that is registered of a patient and side in a hospital, whatever its number."
                    + " Event: a microvascular decompression on that side in the same hospital on a later day. Competing:"
                    + " death before. Censored at the latest end of follow-up that was reported of any of the patient's"
                    + " treatments, unless the patient was treated after it, else at the data's date. Cumulative incidence"
                    + " by Aalen-Johansen with log-log intervals; patients counts patients and sides, operated those with"
                    + " the event. An operation in another hospital is not seen. Filters and groups are by the first"
                    + " injection."
                    + FOLLOW_UP
                    + " Curves stop where too few are at risk to be shown.",
            "Aalen and Johansen 1978; Schemper and Smith 1996");
}
