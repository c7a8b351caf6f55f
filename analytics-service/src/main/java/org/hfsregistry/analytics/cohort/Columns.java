package org.hfsregistry.analytics.cohort;

import java.time.LocalDate;
import java.util.Arrays;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Course;
import org.hfsregistry.analytics.treatment.Course.Spasm;
import org.hfsregistry.analytics.treatment.Findings;
import org.hfsregistry.analytics.treatment.Grade;
import org.hfsregistry.analytics.treatment.Person;
import org.hfsregistry.analytics.treatment.Reports;
import org.hfsregistry.analytics.treatment.Session;
import org.hfsregistry.analytics.treatment.TreatmentRow;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.outcome.TreatmentKind;

/**
 * The arrays of a cohort: the same index in all of them is one treatment. 85 bytes a row, 10 more of {@link
 * ClinicalColumns}, and the course of an operation.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class Columns {
    static final byte NOT_SAID = -1;
    static final byte OPERATION = (byte) TreatmentKind.MVD.ordinal();
    static final byte SESSION = (byte) TreatmentKind.BOTOX.ordinal();
    static final byte MEDICATION = (byte) TreatmentKind.MEDICATION.ordinal();
    static final int NO_DAY = Integer.MAX_VALUE;
    static final char NO_INTERVAL = Character.MAX_VALUE;

    private static final int[] NOTHING_SEEN = {};
    static final int FIRST_ROWS = 8;
    private static final int MOST_IN_A_BYTE = 255;

    int rows;
    long[] treatmentHigh = new long[FIRST_ROWS];
    long[] treatmentLow = new long[FIRST_ROWS];
    long[] patientHigh = new long[FIRST_ROWS];
    long[] patientLow = new long[FIRST_ROWS];
    int[] nextOfPatient = new int[FIRST_ROWS];
    int[] version = new int[FIRST_ROWS];
    int[] treatedOn = new int[FIRST_ROWS];
    byte[] kind = new byte[FIRST_ROWS];
    byte[] side = new byte[FIRST_ROWS];
    short[] birthYear = new short[FIRST_ROWS];
    byte[] sex = new byte[FIRST_ROWS];
    byte[] etiology = new byte[FIRST_ROWS];
    byte[] vessels = new byte[FIRST_ROWS];
    byte[] repeatOperation = new byte[FIRST_ROWS];
    int[] followUpEndedOn = new int[FIRST_ROWS];
    boolean[] died = new boolean[FIRST_ROWS];

    byte[] gradeAtYear = new byte[FIRST_ROWS];
    byte[] gradeAtQuarter = new byte[FIRST_ROWS];
    /** Of an operation days to the first E0, of a session the dose, as the bits of a float. */
    int[] firstFree = new int[FIRST_ROWS];

    /** Of an operation a day, of a session what {@link Injections.Afterwards} writes. */
    int[] competingOn = new int[FIRST_ROWS];

    int[][] seen = new int[FIRST_ROWS][];

    /** Of an operation what became of the spasm with the usual gap, of a session how far relief is known. */
    byte[] course = new byte[FIRST_ROWS];

    /** Of an operation days free of spasm with the usual gap, of a session days of relief; up to 179 years. */
    char[] courseDays = new char[FIRST_ROWS];

    byte[] product = new byte[FIRST_ROWS];

    /** Of a session which of the patient's it was, of an operation days to the submission of its grades. */
    short[] injectionNumber = new short[FIRST_ROWS];

    short[] adverse = new short[FIRST_ROWS];

    /** Of a session days to the next on that side, of an operation years since the spasm began. */
    char[] interval = new char[FIRST_ROWS];

    char[] daysToSubmission = new char[FIRST_ROWS];
    byte[] reportsCounting = new byte[FIRST_ROWS];
    byte[] reportsRetracted = new byte[FIRST_ROWS];
    final ClinicalColumns clinical = new ClinicalColumns(this);

    /** A new row without a patient, at the end. */
    int add(Key treatment) {
        if (rows == version.length) {
            grow(rows + Math.max(FIRST_ROWS, rows / 8));
        }
        int row = rows++;
        treatmentHigh[row] = treatment.high();
        treatmentLow[row] = treatment.low();
        clear(row);
        return row;
    }

    /** Forgets all but the treatment's key and the version. */
    void clear(int row) {
        patientHigh[row] = Key.NONE.high();
        patientLow[row] = Key.NONE.low();
        nextOfPatient[row] = RowIndex.NONE;
        treatedOn[row] = NO_DAY;
        kind[row] = NOT_SAID;
        side[row] = NOT_SAID;
        birthYear[row] = NOT_SAID;
        sex[row] = NOT_SAID;
        etiology[row] = NOT_SAID;
        vessels[row] = 0;
        repeatOperation[row] = NOT_SAID;
        followUpEndedOn[row] = NO_DAY;
        died[row] = false;
        gradeAtYear[row] = Grade.UNASSESSED;
        gradeAtQuarter[row] = Grade.UNASSESSED;
        firstFree[row] = NO_DAY;
        competingOn[row] = NO_DAY;
        seen[row] = NOTHING_SEEN;
        course[row] = NOT_SAID;
        courseDays[row] = 0;
        product[row] = NOT_SAID;
        injectionNumber[row] = 0;
        interval[row] = NO_INTERVAL;
        adverse[row] = 0;
        clinical.clear(row);
        fill(row, Reports.NONE);
    }

    /** Writes what the row's own document says. */
    void fill(int row, TreatmentRow treatment) {
        Key patient = Key.of(treatment.patient().value());
        patientHigh[row] = patient.high();
        patientLow[row] = patient.low();
        treatedOn[row] = epochDay(treatment.treatedOn());
        kind[row] = treatment.kind().map(TreatmentKind::ordinal).orElse(-1).byteValue();
        side[row] = treatment.side().map(Side::ordinal).orElse(-1).byteValue();
        Person person = treatment.person();
        birthYear[row] = (short) person.birthYear().orElse(NOT_SAID);
        sex[row] = person.sex().map(Enum::ordinal).orElse(-1).byteValue();
        etiology[row] = person.etiology().map(Enum::ordinal).orElse(-1).byteValue();
        treatment.findings().ifPresent(_ -> fill(row, treatment.treatedOn(), person));
        treatment.followUpEnd().ifPresent(end -> {
            followUpEndedOn[row] = epochDay(end.on());
            died[row] = end.died();
        });
        clinical.fill(row, treatment);
        treatment.complications().ifPresent(known -> adverse[row] = known.any());
        treatment.course().ifPresent(course -> fill(row, course));
        treatment.findings().ifPresent(findings -> fill(row, findings));
        treatment.session().ifPresent(session -> fill(row, session));
    }

    /** Writes how it was reported; a document has at most 200 outcomes and marks, and a byte holds 255. */
    void fill(int row, Reports reports) {
        daysToSubmission[row] = (char) Math.min(reports.daysToSubmission(), Character.MAX_VALUE);
        reportsCounting[row] = (byte) Math.min(reports.counting(), MOST_IN_A_BYTE);
        reportsRetracted[row] = (byte) Math.min(reports.retracted(), MOST_IN_A_BYTE);
    }

    private void fill(int row, Course course) {
        seen[row] = course.seen();
        gradeAtYear[row] = course.grade(AssessmentWindow.YEAR);
        gradeAtQuarter[row] = course.grade(AssessmentWindow.QUARTER);
        firstFree[row] = Course.firstFree(course.seen());
        injectionNumber[row] = (short) Math.clamp(course.daysToGrades(), 0, Short.MAX_VALUE);
    }

    private void fill(int row, Findings findings) {
        vessels[row] = (byte) findings.vessels().stream()
                .mapToInt(vessel -> 1 << vessel.ordinal())
                .reduce(0, (one, other) -> one | other);
        repeatOperation[row] = findings.repeatOperation()
                .map(repeated -> (byte) (repeated ? 1 : 0))
                .orElse(NOT_SAID);
    }

    private void fill(int row, LocalDate operatedOn, Person person) {
        person.spasmOnsetYear()
                .ifPresent(
                        onset -> interval[row] = (char) Math.clamp(operatedOn.getYear() - onset, 0, NO_INTERVAL - 1));
    }

    private void fill(int row, Session session) {
        course[row] = (byte) session.relief().ordinal();
        courseDays[row] = (char) Math.min(session.reliefDays(), Character.MAX_VALUE);
        product[row] = (byte) session.product().ordinal();
        injectionNumber[row] = (short) Math.min(session.injectionNumber(), Short.MAX_VALUE);
        adverse[row] = session.adverse();
        firstFree[row] = Float.floatToRawIntBits(session.doseUnits());
    }

    /** What became of the spasm after an operation. */
    Spasm spasm(int row, int gap) {
        return Spasm.of(seen[row], firstFree[row], daysTo(competingOn[row], row), gap);
    }

    /** Days from the first E0 to what ended being free of spasm in this way, or to when it was seen last. */
    int freeDays(int row, Spasm how, int gap) {
        int free = firstFree[row];
        return switch (how) {
            case STAYED, STAYED_UP_TO_OTHER -> 0;
            case RETURNED -> Course.firstReturn(seen[row], free + gap) - free;
            case WENT_UP_TO_OTHER -> daysTo(competingOn[row], row) - free;
            case WENT -> {
                int ended = daysTo(followUpEndedOn[row], row);
                yield Math.max(Course.lastAssessed(seen[row]), ended == NO_DAY ? free : ended) - free;
            }
        };
    }

    int daysTo(int day, int row) {
        return day == NO_DAY ? NO_DAY : day - treatedOn[row];
    }

    private static int epochDay(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** Shows every column, and goes on with those that are given for them. */
    void each(EachColumn each) {
        treatmentHigh = each.of(treatmentHigh);
        treatmentLow = each.of(treatmentLow);
        patientHigh = each.of(patientHigh);
        patientLow = each.of(patientLow);
        nextOfPatient = each.of(nextOfPatient);
        version = each.of(version);
        treatedOn = each.of(treatedOn);
        kind = each.of(kind);
        side = each.of(side);
        birthYear = each.of(birthYear);
        sex = each.of(sex);
        etiology = each.of(etiology);
        vessels = each.of(vessels);
        repeatOperation = each.of(repeatOperation);
        followUpEndedOn = each.of(followUpEndedOn);
        died = each.of(died);
        gradeAtYear = each.of(gradeAtYear);
        gradeAtQuarter = each.of(gradeAtQuarter);
        firstFree = each.of(firstFree);
        competingOn = each.of(competingOn);
        seen = each.of(seen);
        course = each.of(course);
        courseDays = each.of(courseDays);
        product = each.of(product);
        injectionNumber = each.of(injectionNumber);
        adverse = each.of(adverse);
        interval = each.of(interval);
        clinical.each(each);
        daysToSubmission = each.of(daysToSubmission);
        reportsCounting = each.of(reportsCounting);
        reportsRetracted = each.of(reportsRetracted);
    }

    private void grow(int length) {
        treatmentHigh = Arrays.copyOf(treatmentHigh, length);
        treatmentLow = Arrays.copyOf(treatmentLow, length);
        patientHigh = Arrays.copyOf(patientHigh, length);
        patientLow = Arrays.copyOf(patientLow, length);
        nextOfPatient = Arrays.copyOf(nextOfPatient, length);
        version = Arrays.copyOf(version, length);
        treatedOn = Arrays.copyOf(treatedOn, length);
        kind = Arrays.copyOf(kind, length);
        side = Arrays.copyOf(side, length);
        birthYear = Arrays.copyOf(birthYear, length);
        sex = Arrays.copyOf(sex, length);
        etiology = Arrays.copyOf(etiology, length);
        vessels = Arrays.copyOf(vessels, length);
        repeatOperation = Arrays.copyOf(repeatOperation, length);
        followUpEndedOn = Arrays.copyOf(followUpEndedOn, length);
        died = Arrays.copyOf(died, length);
        gradeAtYear = Arrays.copyOf(gradeAtYear, length);
        gradeAtQuarter = Arrays.copyOf(gradeAtQuarter, length);
        firstFree = Arrays.copyOf(firstFree, length);
        competingOn = Arrays.copyOf(competingOn, length);
        seen = Arrays.copyOf(seen, length);
        course = Arrays.copyOf(course, length);
        courseDays = Arrays.copyOf(courseDays, length);
        product = Arrays.copyOf(product, length);
        injectionNumber = Arrays.copyOf(injectionNumber, length);
        adverse = Arrays.copyOf(adverse, length);
        interval = Arrays.copyOf(interval, length);
        clinical.grow(length);
        daysToSubmission = Arrays.copyOf(daysToSubmission, length);
        reportsCounting = Arrays.copyOf(reportsCounting, length);
        reportsRetracted = Arrays.copyOf(reportsRetracted, length);
    }
}
