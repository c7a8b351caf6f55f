package org.hfsregistry.contract.registered;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.contract.outcome.EligibleCases;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.HospitalReport;

/**
 * What a hospital reported of itself.
 *
 * @param version how many events changed it; of two documents the one with the higher version is the newer
 * @param reports what counts, by outcomeId
 */
public record HospitalDocument(
        String hospitalId,
        long version,
        Instant changedAt,
        List<Reported<HospitalReport>> reports,
        List<Withdrawn> withdrawn) {

    /** Takes copies. */
    public HospitalDocument {
        reports = List.copyOf(reports);
        withdrawn = List.copyOf(withdrawn);
    }

    /** The key in the store and in the topic. */
    public String id() {
        return hospitalId;
    }

    /** The profile that was submitted last. */
    public Optional<HospitalProfile> profile() {
        return reports.stream()
                .filter(reported -> reported.outcome() instanceof HospitalProfile)
                .max(Comparator.comparing((Reported<HospitalReport> reported) -> reported.submittedAt())
                        .thenComparing(reported -> reported.outcome().outcomeId()))
                .map(reported -> (HospitalProfile) reported.outcome());
    }

    /** How many treatments it did; of a treatment and a year the report that was submitted last. */
    public List<EligibleCases> eligibleCases() {
        Map<List<Object>, EligibleCases> last = new LinkedHashMap<>();
        reports.stream()
                .filter(reported -> reported.outcome() instanceof EligibleCases)
                .sorted(Comparator.comparing((Reported<HospitalReport> reported) -> reported.submittedAt())
                        .thenComparing(reported -> reported.outcome().outcomeId()))
                .map(reported -> (EligibleCases) reported.outcome())
                .forEach(cases -> last.put(List.of(cases.treatment(), cases.year()), cases));
        return List.copyOf(last.values());
    }
}
