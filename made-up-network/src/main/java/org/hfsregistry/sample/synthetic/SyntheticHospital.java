package org.hfsregistry.sample.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.sample.Row;

/**
 * A hospital that does not exist.
 *
 * @param treatments how many it reports
 * @param cured the part of its operations after which the spasm is gone at a year
 * @param followed the part of its operations that it assesses at a year
 * @param errs whether its software gets something wrong now and then
 */
record SyntheticHospital(int number, int treatments, double cured, double followed, boolean errs) {

    private static final List<String> COUNTRIES = List.of("DE", "FR", "JP", "US", "KR", "IT", "BR", "IN");

    String id() {
        return "syn-%02d".formatted(number);
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(profile().json());
        SyntheticPatients patients = new SyntheticPatients(this);
        patients.rows().forEach(row -> rows.add(row.json()));
        rows.addAll(wrongRows());
        return rows;
    }

    /** What intake has to refuse. */
    List<String> wrongRows() {
        if (!errs) {
            return List.of();
        }
        Row right = Row.of("mvd-outcome", "wrong-1")
                .with("patientId", "patient-wrong")
                .with("treatmentId", "wrong")
                .with("side", "left")
                .with("treatedOn", "2020-03-02")
                .with("assessedOn", "2021-03-02")
                .with("spasmGrade", "E0");
        return List.of(
                right.but("assessedOn", "2019-03-02").json(),
                right.but("spasmGrade", "E7").json(),
                right.but("spasmgrade", "E1").json(),
                right.json().substring(0, 60));
    }

    private Row profile() {
        return Row.of("hospital-profile", "profile")
                .with("name", "Synthetic hospital %02d".formatted(number))
                .with("country", COUNTRIES.get(number % COUNTRIES.size()))
                .with("mri3t", number % 3 != 0)
                .with("intraoperativeMonitoring", number % 4 != 0)
                .with("multidisciplinaryTeam", number % 2 == 0)
                .with("functionalNeurosurgery", number % 5 != 0)
                .with("academic", number % 3 == 1)
                .with("team", List.of("neurosurgeon", "neurologist"));
    }
}
