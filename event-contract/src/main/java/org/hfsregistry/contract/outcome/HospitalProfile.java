package org.hfsregistry.contract.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital is and has.
 *
 * @param country ISO 3166-1 alpha-2; {@code XX}, which the standard leaves to its users, where a source does not say
 */
public record HospitalProfile(
        String outcomeId,
        int revision,
        String hospitalId,
        String name,
        String country,
        @Nullable Boolean mri3t,
        @Nullable Boolean intraoperativeMonitoring,
        @Nullable Boolean multidisciplinaryTeam,
        @Nullable Boolean functionalNeurosurgery,
        @Nullable Boolean academic,
        List<TeamMember> team)
        implements HospitalReport {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final String NOT_SAID = "XX";
    private static final int LONGEST_NAME = 200;

    /** Refuses what breaks a rule. */
    public HospitalProfile {
        team = Code.canonical(team);
        Faults faults = new Faults();
        Outcome.check(faults, outcomeId, revision, hospitalId);
        check(faults, name, country);
        faults.refuse();
    }

    /** The rules of this type; absent values pass. */
    public static void check(Faults faults, @Nullable String name, @Nullable String country) {
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            faults.add(
                    "WRONG_LENGTH",
                    "name",
                    name,
                    "name is blank or too long",
                    "write 1 to " + LONGEST_NAME + " characters");
        }
        faults.readable("name", name);
        if (country != null && !COUNTRIES.contains(country) && !NOT_SAID.equals(country)) {
            faults.add(
                    "UNKNOWN_CODE",
                    "country",
                    country,
                    "country is not a code of ISO 3166-1 alpha-2",
                    "send two capital letters such as DE, JP or US");
        }
    }

    @Override
    public OutcomeType type() {
        return OutcomeType.HOSPITAL_PROFILE;
    }

    /** Who is on the team. */
    public enum TeamMember implements Code {
        NEUROSURGEON("neurosurgeon"),
        NEUROLOGIST("neurologist"),
        NEURORADIOLOGIST("neuroradiologist"),
        NEUROANAESTHESIOLOGIST("neuroanaesthesiologist"),
        NEUROTOLOGIST("neurotologist"),
        NEUROPHYSIOLOGIST("neurophysiologist");

        private final String code;

        TeamMember(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
