package org.hfsregistry.sample.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hfsregistry.sample.Row;

/** The patients of a made-up hospital, one after the other until its treatments are done. */
final class SyntheticPatients {

    private static final long SEED = 20260101;
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 3_000;
    /** So early that a year's follow-up lies in the past. */
    private static final LocalDate LAST_DAY = LocalDate.of(2024, 6, 30);

    private static final int MOST_INJECTIONS = 8;

    private final SyntheticHospital hospital;
    private final SplittableRandom random;
    private final List<Row> rows = new ArrayList<>();
    private int treatments;

    SyntheticPatients(SyntheticHospital hospital) {
        this.hospital = hospital;
        this.random = new SplittableRandom(SEED + hospital.number());
    }

    /** The same rows at every call on a new object. */
    List<Row> rows() {
        for (int patient = 1; treatmentsLeft() > 0; patient++) {
            SyntheticPatient who = SyntheticPatient.drawn(patient, random);
            LocalDate start = FIRST_DAY.plusDays(random.nextInt(DAYS));
            if (chance(0.15)) {
                medication(who, start);
            } else if (chance(0.6)) {
                if (chance(0.3)) {
                    medication(who, start.minusDays(400));
                }
                operation(who, start);
            } else {
                injections(who, start);
            }
        }
        return rows;
    }

    private int treatmentsLeft() {
        return hospital.treatments() - treatments;
    }

    private void medication(SyntheticPatient who, LocalDate start) {
        if (treatmentsLeft() > 0) {
            treatments++;
            rows.add(new SyntheticCourses(who, random).medication(treatments, start));
        }
    }

    private void operation(SyntheticPatient who, LocalDate start) {
        if (treatmentsLeft() > 0) {
            treatments++;
            rows.addAll(new SyntheticCourses(who, random).operation(treatments, start, hospital));
        }
    }

    private void injections(SyntheticPatient who, LocalDate start) {
        int wanted = 1 + random.nextInt(MOST_INJECTIONS);
        LocalDate treatedOn = start;
        for (int injection = 1;
                injection <= wanted && treatmentsLeft() > 0 && !treatedOn.isAfter(LAST_DAY);
                injection++) {
            treatments++;
            int relief = chance(0.93) ? 25 + random.nextInt(70) + random.nextInt(70) : 0;
            rows.addAll(new SyntheticCourses(who, random).injection(treatments, treatedOn, injection, relief));
            treatedOn = treatedOn.plusDays(Math.max(relief, 60) + 7L + random.nextInt(30));
        }
        if (chance(0.05) && !treatedOn.isAfter(LAST_DAY)) {
            operation(who, treatedOn);
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
