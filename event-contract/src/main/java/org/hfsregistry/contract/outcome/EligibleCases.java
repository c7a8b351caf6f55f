package org.hfsregistry.contract.outcome;

import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;

/** How many treatments of a kind the hospital did in a year, reported or not: the denominator of case ascertainment. */
public record EligibleCases(String outcomeId, int revision, String hospitalId, Treatment treatment, int year, int count)
        implements HospitalReport {

    private static final int EARLIEST_YEAR = 1960;
    private static final int LATEST_YEAR = 9999;
    private static final int MOST = 100_000;

    /** Refuses what breaks a rule. */
    public EligibleCases {
        Faults faults = new Faults();
        Outcome.check(faults, outcomeId, revision, hospitalId);
        check(faults, year, count);
        faults.refuse();
    }

    /** The rules of this type; absent values pass. */
    public static void check(Faults faults, @Nullable Integer year, @Nullable Integer count) {
        faults.range("year", year, EARLIEST_YEAR, LATEST_YEAR);
        faults.range("count", count, 0, MOST);
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.ELIGIBLE_CASES;
    }

    /** The treatments that are counted. */
    public enum Treatment implements Code {
        MVD("mvd"),
        BOTOX("botox");

        private final String code;

        Treatment(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
