package org.hfsregistry.analytics.cohort;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Course;
import org.hfsregistry.analytics.treatment.Course.Spasm;
import org.hfsregistry.analytics.treatment.Grade;
import org.hfsregistry.analytics.treatment.Relief;
import org.hfsregistry.analytics.treatment.Reports;
import org.hfsregistry.analytics.treatment.TreatmentRow;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;

/**
 * The treatments of one hospital, a row each. It exists so that a statistic is a scan of a few arrays.
 *
 * <p>A row is a pure function of the newest document of its treatment, and of the other rows of the patient; the latter is
 * derived when one of these changes. A treatment of which nothing counts any more keeps its row, empty, so that a late
 * older document does not bring it back. Written and read under the lock of {@link Population} only.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Cohort {
    /** A day that never comes. */
    public static final int NEVER = Columns.NO_DAY;

    private final Columns columns = new Columns();
    private final RowIndex treatments = new RowIndex(new RowIndex.TreatmentKeys(columns));
    private final RowIndex patients = new RowIndex(new RowIndex.PatientKeys(columns));
    private final Injections injections = new Injections(columns, patients);
    private long changes;

    Cohort() {}

    /** Reads one that was written. */
    static Cohort read(ByteBuffer written) {
        Cohort cohort = new Cohort();
        cohort.columns.rows = written.getInt();
        cohort.columns.each(new EachColumn.Read(written, cohort.columns.rows));
        cohort.treatments.read(written);
        cohort.patients.read(written);
        return cohort;
    }

    ByteBuffer written() {
        EachColumn.Written to = new EachColumn.Written(columns.rows);
        to.put(columns.rows);
        columns.each(to);
        treatments.write(to);
        patients.write(to);
        return to.written();
    }

    /** How often it was changed: what was measured of it at one number holds for as long as it is that one. */
    public long changes() {
        return changes;
    }

    /** Takes in a treatment as it is by this version; empty where nothing of it counts any more. Older ones are ignored. */
    void apply(Key treatment, int version, Optional<TreatmentRow> content, Reports reports) {
        int known = treatments.find(treatment.high(), treatment.low());
        if (known != RowIndex.NONE && version < columns.version[known]) {
            return;
        }
        int row = known == RowIndex.NONE ? add(treatment) : known;
        changes++;
        columns.version[row] = version;
        replace(row, content);
        columns.fill(row, reports);
    }

    /** Empties a treatment that the registry has erased. Its version stays, so that no older document brings it back. */
    void empty(Key treatment) {
        int row = treatments.find(treatment.high(), treatment.low());
        if (row != RowIndex.NONE) {
            changes++;
            replace(row, Optional.empty());
        }
    }

    private int add(Key treatment) {
        int row = columns.add(treatment);
        treatments.put(row);
        return row;
    }

    private void replace(int row, Optional<TreatmentRow> content) {
        unlink(row);
        columns.clear(row);
        content.ifPresent(treatment -> {
            columns.fill(row, treatment);
            link(row);
        });
    }

    private void link(int row) {
        columns.nextOfPatient[row] = patients.find(columns.patientHigh[row], columns.patientLow[row]);
        patients.put(row);
        derive(row);
    }

    private void unlink(int row) {
        if (columns.treatedOn[row] == NEVER) {
            return;
        }
        long high = columns.patientHigh[row];
        long low = columns.patientLow[row];
        int next = columns.nextOfPatient[row];
        int head = patients.find(high, low);
        if (head != row) {
            int before = head;
            while (columns.nextOfPatient[before] != row) {
                before = columns.nextOfPatient[before];
            }
            columns.nextOfPatient[before] = next;
            derive(head);
        } else if (next != RowIndex.NONE) {
            patients.put(next);
            derive(next);
        } else {
            patients.remove(high, low);
        }
    }

    private void derive(int head) {
        columns.clinical.derive(head);
        new PatientRows(columns, head).derive();
    }

    /** The injection sessions as they follow one another. */
    public Injections injections() {
        return injections;
    }

    /** How many rows there are; some are empty. */
    public int rows() {
        return columns.rows;
    }

    /** Whether the row is a microvascular decompression. */
    public boolean isOperation(int row) {
        return columns.kind[row] == Columns.OPERATION;
    }

    /** Whether the row is an injection session. */
    public boolean isSession(int row) {
        return columns.kind[row] == Columns.SESSION;
    }

    /** Whether the row is a course of a medication. */
    public boolean isMedication(int row) {
        return columns.kind[row] == Columns.MEDICATION;
    }

    /** What is held of the treatments beside the spasm and its relief. */
    public ClinicalColumns clinical() {
        return columns.clinical;
    }

    /** The day of the treatment, since 1970. */
    public int treatedOn(int row) {
        return columns.treatedOn[row];
    }

    /** The grades at an operation's assessment in the window, by {@link Grade}. */
    public byte grade(int row, AssessmentWindow window) {
        return switch (window) {
            case YEAR -> columns.gradeAtYear[row];
            case QUARTER -> columns.gradeAtQuarter[row];
        };
    }

    /** Days from an operation to its first E0; {@link #NEVER} for none. */
    public int firstFreeDay(int row) {
        return columns.firstFree[row];
    }

    /** What became of the spasm after an operation, with the usual gap. */
    public Spasm spasm(int row) {
        return SPASMS[columns.course[row]];
    }

    /** What became of the spasm after an operation, with any gap. */
    public Spasm spasm(int row, int gap) {
        return columns.spasm(row, gap);
    }

    /** Days from the first E0 after an operation to what ended being free of spasm, with the usual gap. */
    public int usualFreeDays(int row) {
        return columns.courseDays[row];
    }

    /** Days from the first E0 after an operation to what ended being free of spasm, with any gap. */
    public int freeDays(int row, int gap) {
        return columns.freeDays(row, columns.spasm(row, gap), gap);
    }

    /** Days from an operation to its last assessment; -1 for none. */
    public int lastAssessedDay(int row) {
        return Course.lastAssessed(columns.seen[row]);
    }

    /** Days from an operation to the next on that side or to death, whichever comes first; {@link #NEVER} for neither. */
    public int competingDay(int row) {
        return columns.daysTo(columns.competingOn[row], row);
    }

    /** Days from a treatment to the end of its follow-up; {@link #NEVER} where it goes on. */
    public int followUpEndDay(int row) {
        return columns.daysTo(columns.followUpEndedOn[row], row);
    }

    /** How far the relief of a session is known. */
    public Relief relief(int row) {
        return RELIEFS[columns.course[row]];
    }

    /** Days of relief of a session, to its end or to when it was last seen. */
    public int reliefDays(int row) {
        return columns.courseDays[row];
    }

    /** A bit for each {@code Complication.Kind} of an operation or a session, in whatever course. */
    public int adverse(int row) {
        return columns.adverse[row];
    }

    /** The preparation of a session. */
    public Product product(int row) {
        return PRODUCTS[columns.product[row]];
    }

    /** Which injection of the patient a session was. */
    public int injectionNumber(int row) {
        return columns.injectionNumber[row];
    }

    /** Days from an operation to the last submission of what it is graded by. */
    public int daysToGrades(int row) {
        return columns.injectionNumber[row];
    }

    /** Days from a treatment to the earliest submission of what counts of it. */
    public int daysToSubmission(int row) {
        return columns.daysToSubmission[row];
    }

    /** How many outcomes count of a treatment; none of an empty row. */
    public int reportsCounting(int row) {
        return Byte.toUnsignedInt(columns.reportsCounting[row]);
    }

    /** How many outcomes of a treatment were retracted, also of an empty row. */
    public int reportsRetracted(int row) {
        return Byte.toUnsignedInt(columns.reportsRetracted[row]);
    }

    /** The patient's year of birth; -1 where the treatment's reports don't give it. */
    public int birthYear(int row) {
        return columns.clinical.saysBirthYear(row) ? columns.birthYear[row] : Columns.NOT_SAID;
    }

    /** The patient's sex, where the treatment's reports give it. */
    public Optional<Sex> sex(int row) {
        return columns.clinical.saysSex(row) ? columns.clinical.patientSex(row) : Optional.empty();
    }

    /** What the spasm came of, where the treatment's reports give it. */
    public Optional<Etiology> etiology(int row) {
        return columns.clinical.saysEtiology(row) ? columns.clinical.patientEtiology(row) : Optional.empty();
    }

    /** Whether the vessel pressed on the nerve, as far as it was named. */
    public boolean compressedBy(int row, Vessel vessel) {
        return ((columns.vessels[row] >> vessel.ordinal()) & 1) == 1;
    }

    /** Years from the beginning of the spasm to an operation, where it was given. */
    public OptionalInt spasmYears(int row) {
        char years = columns.interval[row];
        return years == Columns.NO_INTERVAL ? OptionalInt.empty() : OptionalInt.of(years);
    }

    /** A hash of the treatment's id: it orders treatments of one day, and chooses some of many, whenever they came in. */
    public long order(int row) {
        return columns.treatmentHigh[row];
    }

    /** Whether the side had been operated on before, where it was given. */
    public Optional<Boolean> repeatOperation(int row) {
        return columns.repeatOperation[row] < 0 ? Optional.empty() : Optional.of(columns.repeatOperation[row] == 1);
    }

    private static final Relief[] RELIEFS = Relief.values();
    private static final Spasm[] SPASMS = Spasm.values();
    private static final Product[] PRODUCTS = Product.values();
}
