package org.hfsregistry.contract.json;

import java.util.List;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;

/** What a hospital says of itself and of its own reports, field by field in the order of the wire. */
final class HospitalShapes {

    static final Shape<Retraction> RETRACTION = new RetractionShape();
    static final Shape<HospitalProfile> HOSPITAL_PROFILE = new HospitalProfileShape();
    static final Shape<EligibleCases> ELIGIBLE_CASES = new EligibleCasesShape();

    private HospitalShapes() {}

    private static final class RetractionShape extends OutcomeShape<Retraction> {
        private final Field<Retraction, String> retracts = required("retracts", Values.TEXT, Retraction::retracts);
        private final Field<Retraction, String> reason = required("reason", Values.TEXT, Retraction::reason);

        @Override
        void check(Draft draft, Faults faults) {
            checkHospital(draft, faults);
            Outcome.check(faults, draft.get(outcomeId), revision(draft), hospital(draft));
            Retraction.check(faults, draft.get(outcomeId), draft.get(retracts), draft.get(reason));
        }

        @Override
        Retraction build(Draft draft) {
            return new Retraction(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(retracts),
                    draft.need(reason));
        }
    }

    private static final class HospitalProfileShape extends OutcomeShape<HospitalProfile> {
        private final Field<HospitalProfile, String> name = required("name", Values.TEXT, HospitalProfile::name);
        private final Field<HospitalProfile, String> country =
                required("country", Values.TEXT, HospitalProfile::country);
        private final Field<HospitalProfile, Boolean> mri3t = optional("mri3t", Values.FLAG, HospitalProfile::mri3t);
        private final Field<HospitalProfile, Boolean> intraoperativeMonitoring =
                optional("intraoperativeMonitoring", Values.FLAG, HospitalProfile::intraoperativeMonitoring);
        private final Field<HospitalProfile, Boolean> multidisciplinaryTeam =
                optional("multidisciplinaryTeam", Values.FLAG, HospitalProfile::multidisciplinaryTeam);
        private final Field<HospitalProfile, Boolean> functionalNeurosurgery =
                optional("functionalNeurosurgery", Values.FLAG, HospitalProfile::functionalNeurosurgery);
        private final Field<HospitalProfile, Boolean> academic =
                optional("academic", Values.FLAG, HospitalProfile::academic);
        private final Field<HospitalProfile, List<HospitalProfile.TeamMember>> team =
                list("team", Values.code(HospitalProfile.TeamMember.class), HospitalProfile::team);

        @Override
        void check(Draft draft, Faults faults) {
            checkHospital(draft, faults);
            Outcome.check(faults, draft.get(outcomeId), revision(draft), hospital(draft));
            HospitalProfile.check(faults, draft.get(name), draft.get(country));
        }

        @Override
        HospitalProfile build(Draft draft) {
            return new HospitalProfile(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(name),
                    draft.need(country),
                    draft.get(mri3t),
                    draft.get(intraoperativeMonitoring),
                    draft.get(multidisciplinaryTeam),
                    draft.get(functionalNeurosurgery),
                    draft.get(academic),
                    draft.list(team));
        }
    }

    private static final class EligibleCasesShape extends OutcomeShape<EligibleCases> {
        private final Field<EligibleCases, EligibleCases.Treatment> treatment =
                required("treatment", Values.code(EligibleCases.Treatment.class), EligibleCases::treatment);
        private final Field<EligibleCases, Integer> year = required("year", Values.WHOLE_NUMBER, EligibleCases::year);
        private final Field<EligibleCases, Integer> count =
                required("count", Values.WHOLE_NUMBER, EligibleCases::count);

        @Override
        void check(Draft draft, Faults faults) {
            checkHospital(draft, faults);
            Outcome.check(faults, draft.get(outcomeId), revision(draft), hospital(draft));
            EligibleCases.check(faults, draft.get(year), draft.get(count));
            int thisYear = draft.in().submission.today().getYear();
            Integer given = draft.get(year);
            if (given != null && given > thisYear) {
                faults.add("IN_FUTURE", "year", given, "year is after " + thisYear, "send a year that has begun");
            }
        }

        @Override
        EligibleCases build(Draft draft) {
            return new EligibleCases(
                    draft.need(outcomeId),
                    revision(draft),
                    knownHospital(draft),
                    draft.need(treatment),
                    draft.need(year),
                    draft.need(count));
        }
    }
}
