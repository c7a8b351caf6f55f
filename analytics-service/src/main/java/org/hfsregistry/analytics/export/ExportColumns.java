package org.hfsregistry.analytics.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.export.Column.Form;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;

/** The table of columns, with what each says of a treatment. Traits come first, in the order in which they are blanked. */
@SuppressWarnings("EnumOrdinal") // places within one export, never kept
final class ExportColumns {
    static final List<String> TREATMENTS = List.of("mvd", "botox", "medication");
    static final String MVD = "mvd";
    static final String BOTOX = "botox";
    static final String MEDICATION = "medication";

    /** How an operation's wait for relief, the time without spasm, a relief, and the way to an operation end. */
    static final List<String> RELIEF_ENDS = List.of("free", "competing", "censored");

    static final List<String> RETURN_ENDS = List.of("returned", "competing", "censored");
    static final List<String> SESSION_ENDS = List.of("ended", "lasting");
    static final List<String> WAY_ENDS = List.of("operated", "died", "censored");

    private static final List<String> ALL = TREATMENTS;
    private static final List<String> OPERATIONS = List.of(MVD);
    private static final List<String> SESSIONS = List.of(BOTOX);
    private static final List<String> COURSES = List.of(MEDICATION);
    private static final List<String> WITH_SCORES = List.of(MVD, BOTOX);
    private static final List<String> GRADES = List.of("E0", "E1", "E2", "E3");
    private static final List<String> INJECTIONS = List.of("1", "2", "3", "4-6", "7-12", "13+");
    private static final int OLDEST = 150;
    private static final int YEARS_OF_AGE = 10;
    private static final Form DAYS = new Form.Whole("days");

    private static final List<Entry> ENTRIES = entries();
    private static final List<Column> ALL_COLUMNS =
            ENTRIES.stream().map(Entry::column).toList();

    private ExportColumns() {}

    /** A column, and what it says of a treatment. */
    private record Entry(Column column, Reading reading) {}

    /** Reads a value of a treatment, as its column's form holds it. */
    private interface Reading {
        int of(ReadTreatment treatment);
    }

    /** The columns in their order. */
    static List<Column> all() {
        return ALL_COLUMNS;
    }

    /** The place of a column. */
    static int place(String name) {
        return all().stream().map(Column::name).toList().indexOf(name);
    }

    /** A treatment as a row. */
    static short[] row(ReadTreatment treatment) {
        short[] row = new short[ENTRIES.size() + 1];
        for (int i = 0; i < ENTRIES.size(); i++) {
            Entry entry = ENTRIES.get(i);
            row[i] = entry.column().of().contains(treatment.kind())
                    ? (short) Math.clamp(entry.reading().of(treatment), Column.BLANK, Short.MAX_VALUE)
                    : Column.BLANK;
        }
        row[ENTRIES.size()] = (short) (treatment.standsForPatient() ? 1 : 0);
        return row;
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(outcome(
                "treatment",
                new Form.Code(TREATMENTS),
                ALL,
                "What was done: microvascular decompression, an injection session, a course of a medication.",
                treatment -> TREATMENTS.indexOf(treatment.kind())));
        entries.addAll(traits());
        entries.addAll(ofOperations());
        entries.addAll(ofSessions());
        entries.add(outcome(
                "response",
                new Form.Code(codes(Response.values())),
                COURSES,
                "How far it helped, by the latest assessment.",
                treatment -> treatment.medication().response().ordinal()));
        entries.add(outcome(
                "stopped",
                new Form.Flag(),
                COURSES,
                "Whether any report says that it was stopped.",
                treatment -> flag(treatment.medication().isStopped())));
        entries.addAll(scores());
        return List.copyOf(entries);
    }

    private static List<Entry> traits() {
        return List.of(
                trait("hospital", new Form.Hospital(), ALL, "The hospital that treated.", ReadTreatment::hospital),
                trait("year", new Form.Whole("calendar year"), ALL, "Of the treatment.", ReadTreatment::year),
                trait(
                        "product",
                        new Form.Code(codes(Product.values())),
                        SESSIONS,
                        "The preparation.",
                        treatment -> treatment.product().ordinal()),
                trait(
                        "injectionNumber",
                        new Form.Code(INJECTIONS),
                        SESSIONS,
                        "Which injection of the patient it was, as the hospital counts.",
                        ReadTreatment::injectionClass),
                trait(
                        "drug",
                        new Form.Code(codes(Drug.values())),
                        COURSES,
                        "What was taken.",
                        treatment -> treatment.medication().drug().ordinal()),
                trait(
                        "sex",
                        new Form.Code(codes(Sex.values())),
                        WITH_SCORES,
                        "The patient's, as this treatment's reports give it.",
                        treatment -> treatment.sex().map(Enum::ordinal).orElse(-1)),
                trait(
                        "ageBand",
                        new Form.Code(IntStream.range(0, OLDEST / YEARS_OF_AGE)
                                .mapToObj(ten -> ten * YEARS_OF_AGE + "-" + (ten * YEARS_OF_AGE + YEARS_OF_AGE - 1))
                                .toList()),
                        WITH_SCORES,
                        "The patient's age at the treatment in tens of years: its year less the year of birth.",
                        treatment -> treatment.age() < 0 ? -1 : Math.min(treatment.age(), OLDEST - 1) / YEARS_OF_AGE),
                trait(
                        "etiology",
                        new Form.Code(codes(Etiology.values())),
                        WITH_SCORES,
                        "What the spasm came of, as this treatment's reports give it.",
                        treatment -> treatment.etiology().map(Enum::ordinal).orElse(-1)),
                trait(
                        "repeatOperation",
                        new Form.Flag(),
                        OPERATIONS,
                        "Whether the side had been operated on before.",
                        treatment -> treatment
                                .repeatOperation()
                                .map(ExportColumns::flag)
                                .orElse(-1)));
    }

    private static List<Entry> ofOperations() {
        return List.of(
                outcome(
                        "gradeAtYear",
                        new Form.Code(GRADES),
                        OPERATIONS,
                        "The spasm grade that counts at a year (mvd-success/1); empty where there was no assessment.",
                        ReadTreatment::gradeAtYear),
                outcome(
                        "gradeAtQuarter",
                        new Form.Code(GRADES),
                        OPERATIONS,
                        "The same at 90 days.",
                        ReadTreatment::gradeAtQuarter),
                outcome(
                        "dueAtYear",
                        new Form.Flag(),
                        OPERATIONS,
                        "Whether the window of the assessment at a year has closed.",
                        treatment -> flag(treatment.dueAtYear())),
                outcome(
                        "waitDays",
                        DAYS,
                        OPERATIONS,
                        "From surgery to the first E0, or to what ended the wait for it (mvd-time-to-relief/1).",
                        ReadTreatment::waitDays),
                outcome(
                        "waitEnd",
                        new Form.Code(RELIEF_ENDS),
                        OPERATIONS,
                        "How the wait ended.",
                        ReadTreatment::waitEnd),
                outcome(
                        "freeDays",
                        DAYS,
                        OPERATIONS,
                        "From the first E0 to the return of the spasm, or to what ended the time without it"
                                + " (mvd-recurrence/1, gap 90); empty where the spasm was never seen to go.",
                        ReadTreatment::freeDays),
                outcome(
                        "freeEnd",
                        new Form.Code(RETURN_ENDS),
                        OPERATIONS,
                        "How the time without spasm ended.",
                        ReadTreatment::freeEnd));
    }

    private static List<Entry> ofSessions() {
        return List.of(
                outcome(
                        "responded",
                        new Form.Flag(),
                        SESSIONS,
                        "Whether there was any relief.",
                        treatment -> flag(treatment.reliefEnd() >= 0)),
                outcome(
                        "reliefDays",
                        DAYS,
                        SESSIONS,
                        "From the injection to the end of relief, or to when it was last seen (botox-relief/1).",
                        ReadTreatment::reliefDays),
                outcome(
                        "reliefEnd",
                        new Form.Code(SESSION_ENDS),
                        SESSIONS,
                        "Whether it had ended; lasting is censored.",
                        ReadTreatment::reliefEnd),
                outcome(
                        "nextDays",
                        DAYS,
                        SESSIONS,
                        "To the patient's next session on that side (reinjection-interval/1); empty where there is"
                                + " none.",
                        ReadTreatment::nextDays),
                outcome(
                        "wayDays",
                        DAYS,
                        SESSIONS,
                        "Of a patient's first session on a side: days to an operation on it, or to what ended the way"
                                + " to one (botox-to-mvd/1); empty for other sessions.",
                        ReadTreatment::wayDays),
                outcome("wayEnd", new Form.Code(WAY_ENDS), SESSIONS, "How that way ended.", ReadTreatment::wayEnd));
    }

    private static List<Entry> scores() {
        List<Entry> scores = new ArrayList<>();
        for (Instrument instrument : Instrument.values()) {
            String name = instrument.code().replace("-", "");
            scores.add(outcome(
                    name + "Before",
                    new Form.Hundredths("points"),
                    WITH_SCORES,
                    "Score of " + instrument.code() + " before, where there is one after (quality-of-life/1).",
                    treatment -> treatment.score(instrument, false)));
            scores.add(outcome(
                    name + "After",
                    new Form.Hundredths("points"),
                    WITH_SCORES,
                    "Score of " + instrument.code() + " after, where there is one before.",
                    treatment -> treatment.score(instrument, true)));
        }
        return scores;
    }

    private static Entry trait(String name, Form form, List<String> of, String text, Reading reading) {
        return new Entry(new Column(name, form, of, text, true), reading);
    }

    private static Entry outcome(String name, Form form, List<String> of, String text, Reading reading) {
        return new Entry(new Column(name, form, of, text, false), reading);
    }

    private static int flag(boolean yes) {
        return yes ? 1 : 0;
    }

    private static List<String> codes(Code[] codes) {
        return Arrays.stream(codes).map(Code::code).toList();
    }
}
