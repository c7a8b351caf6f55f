package org.hfsregistry.analytics.cohort;

import java.util.Arrays;
import java.util.Optional;
import org.hfsregistry.analytics.treatment.Complications;
import org.hfsregistry.analytics.treatment.Medication;
import org.hfsregistry.analytics.treatment.Person;
import org.hfsregistry.analytics.treatment.Scores;
import org.hfsregistry.analytics.treatment.TreatmentRow;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.TreatmentKind;

/**
 * What a cohort holds of its treatments beside the spasm and its relief: which complications stay, medication, quality of
 * life, triggers, and which treatment stands for a patient. It exists as the columns of those statistics, 10 bytes a row and
 * the scores of those that have a pair. Written and read as the {@link Cohort} that it is part of.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class ClinicalColumns {
    private static final short[] NO_SCORES = {};
    private static final int KINDS = TreatmentKind.values().length;
    private static final Sex[] SEXES = Sex.values();
    private static final Etiology[] ETIOLOGIES = Etiology.values();

    /** Flags of a row: that it stands for its patient, and which traits its own reports say. */
    private static final int STANDS_FOR_PATIENT = 1;

    private static final int SAYS_SEX = 2;
    private static final int SAYS_ETIOLOGY = 4;
    private static final int SAYS_BIRTH_YEAR = 8;
    private static final int SAYS_TRIGGERS = 16;
    private static final int[] TRAITS = {SAYS_SEX, SAYS_ETIOLOGY, SAYS_BIRTH_YEAR, SAYS_TRIGGERS};

    private final Columns columns;
    private short[] permanent = new short[Columns.FIRST_ROWS];
    private char[] medication = new char[Columns.FIRST_ROWS];
    private short[][] scores = new short[Columns.FIRST_ROWS][];
    private byte[] triggers = new byte[Columns.FIRST_ROWS];
    private byte[] flags = new byte[Columns.FIRST_ROWS];

    ClinicalColumns(Columns columns) {
        this.columns = columns;
    }

    void clear(int row) {
        permanent[row] = 0;
        medication[row] = 0;
        scores[row] = NO_SCORES;
        triggers[row] = 0;
        flags[row] = 0;
    }

    void fill(int row, TreatmentRow treatment) {
        triggers[row] = (byte) treatment.person().triggers().stream()
                .mapToInt(trigger -> 1 << trigger.ordinal())
                .reduce(0, (one, other) -> one | other);
        flags[row] = (byte) flags(treatment.person());
        permanent[row] = treatment.complications().map(Complications::permanent).orElse((short) 0);
        medication[row] = treatment.medication().map(Medication::code).orElse((char) 0);
        scores[row] = treatment.scores().map(Scores::pairs).orElse(NO_SCORES);
    }

    private static int flags(Person person) {
        return (person.sex().isPresent() ? SAYS_SEX : 0)
                | (person.etiology().isPresent() ? SAYS_ETIOLOGY : 0)
                | (person.birthYear().isPresent() ? SAYS_BIRTH_YEAR : 0)
                | (person.triggers().isEmpty() ? 0 : SAYS_TRIGGERS);
    }

    void each(EachColumn each) {
        permanent = each.of(permanent);
        medication = each.of(medication);
        scores = each.of(scores);
        triggers = each.of(triggers);
        flags = each.of(flags);
    }

    void grow(int length) {
        permanent = Arrays.copyOf(permanent, length);
        medication = Arrays.copyOf(medication, length);
        scores = Arrays.copyOf(scores, length);
        triggers = Arrays.copyOf(triggers, length);
        flags = Arrays.copyOf(flags, length);
    }

    /**
     * For the treatments of a patient: which stands for the patient among those of its kind, the latest (of several on a day
     * the one with the larger key); and of what its own reports don't say, what those of the latest treatment say that do.
     */
    void derive(int head) {
        int[] latest = new int[KINDS];
        int[] saying = new int[TRAITS.length];
        Arrays.fill(latest, RowIndex.NONE);
        Arrays.fill(saying, RowIndex.NONE);
        for (int row = head; row != RowIndex.NONE; row = columns.nextOfPatient[row]) {
            flags[row] &= ~STANDS_FOR_PATIENT;
            int kind = columns.kind[row];
            if (kind >= 0) {
                latest[kind] = later(row, latest[kind]);
            }
            for (int trait = 0; trait < TRAITS.length; trait++) {
                if (has(row, TRAITS[trait])) {
                    saying[trait] = later(row, saying[trait]);
                }
            }
        }
        for (int row : latest) {
            if (row != RowIndex.NONE) {
                flags[row] |= STANDS_FOR_PATIENT;
            }
        }
        for (int row = head; row != RowIndex.NONE; row = columns.nextOfPatient[row]) {
            for (int trait = 0; trait < TRAITS.length; trait++) {
                if (!has(row, TRAITS[trait])) {
                    copy(TRAITS[trait], saying[trait], row);
                }
            }
        }
    }

    private void copy(int trait, int from, int row) {
        boolean said = from != RowIndex.NONE;
        switch (trait) {
            case SAYS_SEX -> columns.sex[row] = said ? columns.sex[from] : Columns.NOT_SAID;
            case SAYS_ETIOLOGY -> columns.etiology[row] = said ? columns.etiology[from] : Columns.NOT_SAID;
            case SAYS_BIRTH_YEAR -> columns.birthYear[row] = said ? columns.birthYear[from] : Columns.NOT_SAID;
            default -> triggers[row] = said ? triggers[from] : 0;
        }
    }

    private boolean has(int row, int flag) {
        return (flags[row] & flag) != 0;
    }

    private int later(int row, int other) {
        return other == RowIndex.NONE || isLater(row, other) ? row : other;
    }

    private boolean isLater(int row, int other) {
        if (columns.treatedOn[row] != columns.treatedOn[other]) {
            return columns.treatedOn[row] > columns.treatedOn[other];
        }
        return columns.treatmentHigh[row] != columns.treatmentHigh[other]
                ? columns.treatmentHigh[row] > columns.treatmentHigh[other]
                : columns.treatmentLow[row] > columns.treatmentLow[other];
    }

    /** A bit for each {@link Complication.Kind} of an operation that is permanent; {@link Cohort#adverse} has them all. */
    public int permanentComplications(int row) {
        return permanent[row];
    }

    /** What a course of a medication came to. */
    public Medication medication(int row) {
        return new Medication(medication[row]);
    }

    /** Whether there are scores before and after the treatment. */
    public boolean hasPair(int row, Instrument instrument) {
        return scores[row].length > 0 && before(row, instrument) != Scores.NO_PAIR;
    }

    /** The score before the treatment, where there is a pair, in {@link Scores#PARTS_OF_A_POINT}. */
    public int before(int row, Instrument instrument) {
        return scores[row][2 * instrument.ordinal()];
    }

    /** The score after the treatment, where there is a pair, in {@link Scores#PARTS_OF_A_POINT}. */
    public int after(int row, Instrument instrument) {
        return scores[row][2 * instrument.ordinal() + 1];
    }

    /** A bit for each {@link Trigger} that is said to bring the patient's spasms on. */
    public int triggers(int row) {
        return triggers[row];
    }

    /** The patient's sex, where any treatment's reports say it. */
    public Optional<Sex> patientSex(int row) {
        return columns.sex[row] < 0 ? Optional.empty() : Optional.of(SEXES[columns.sex[row]]);
    }

    /** What the patient's spasm came of, where any treatment's reports say it. */
    public Optional<Etiology> patientEtiology(int row) {
        return columns.etiology[row] < 0 ? Optional.empty() : Optional.of(ETIOLOGIES[columns.etiology[row]]);
    }

    /** The patient's year of birth, where any treatment's reports say it; else -1. */
    public int patientBirthYear(int row) {
        return columns.birthYear[row];
    }

    /** Whether it is the patient's latest treatment of its kind. */
    public boolean standsForPatient(int row) {
        return has(row, STANDS_FOR_PATIENT);
    }

    boolean saysSex(int row) {
        return has(row, SAYS_SEX);
    }

    boolean saysEtiology(int row) {
        return has(row, SAYS_ETIOLOGY);
    }

    boolean saysBirthYear(int row) {
        return has(row, SAYS_BIRTH_YEAR);
    }
}
