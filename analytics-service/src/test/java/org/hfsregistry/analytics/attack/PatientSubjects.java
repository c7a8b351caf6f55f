package org.hfsregistry.analytics.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.measure.Among;
import org.hfsregistry.analytics.question.Question.CaseMix;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;

/** What is told of patients: of each kind of treatment, by the latest of which a patient is counted. */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
final class PatientSubjects {
    private static final int WAYS = 3;
    private static final int AGE_BANDS = 13;
    private static final int YEARS = 10;

    private PatientSubjects() {}

    /** The kinds of treatment that patients are counted of. */
    enum Treated {
        MVD(Subjects.OPERATIONS, Cohort::isOperation),
        BOTOX(SessionSubjects.SESSIONS, Cohort::isSession),
        MEDICATION(SessionSubjects.COURSES, Cohort::isMedication);

        private final String treatments;

        @SuppressWarnings("ImmutableEnumChecker") // a function without a state
        private final Among among;

        Treated(String treatments, Among among) {
            this.treatments = treatments;
            this.among = among;
        }

        private String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        String patients() {
            return "patients with " + treatments;
        }

        String patients(String axis, String value) {
            return patients() + ", " + axis + " " + value;
        }

        /** The treatments whose own reports say it, as a filter takes them in. */
        String saying(String axis, String value) {
            return treatments + " saying " + axis + " " + value;
        }
    }

    /** By what patients are told apart, each into one. */
    enum Axis {
        SEX("sex", Trait.SEX, andNotSaid(Sex.values())) {
            @Override
            int patient(Cohort cohort, int row) {
                return cohort.clinical().patientSex(row).map(Enum::ordinal).orElse(-1);
            }
        },
        AGE_BAND("ageBand", Trait.AGE, ages()) {
            @Override
            int patient(Cohort cohort, int row) {
                int born = cohort.clinical().patientBirthYear(row);
                int year = LocalDate.ofEpochDay(cohort.treatedOn(row)).getYear();
                return born < 0 || born > year ? -1 : (year - born) / YEARS;
            }
        },
        ETIOLOGY("etiology", Trait.ETIOLOGY, andNotSaid(Etiology.values())) {
            @Override
            int patient(Cohort cohort, int row) {
                return cohort.clinical().patientEtiology(row).map(Enum::ordinal).orElse(-1);
            }
        };

        private final String field;
        private final Trait trait;

        @SuppressWarnings("ImmutableEnumChecker") // List.of and toList make lists that never change
        private final List<String> codes;

        Axis(String field, Trait trait, List<String> values) {
            this.field = field;
            this.trait = trait;
            this.codes = values;
        }

        abstract int patient(Cohort cohort, int row);

        String field() {
            return field;
        }

        Trait trait() {
            return trait;
        }

        List<String> codes() {
            return codes;
        }

        /** The last of the values is that none was said. */
        private int place(int value) {
            return value < 0 || value >= codes.size() ? codes.size() - 1 : value;
        }

        /** A patient by own reports of the treatment or by others', or a further treatment, each with its value. */
        int kind(Cohort cohort, int row) {
            int own = place(trait.part(cohort, row));
            if (!cohort.clinical().standsForPatient(row)) {
                return 2 * codes.size() + own;
            }
            int value = place(patient(cohort, row));
            return value == own ? value : codes.size() + value;
        }
    }

    /**
     * What is known of the treatments that a filter takes in is known of those whose own reports say it, of all of a hospital;
     * true where anything was learned.
     */
    static boolean learnFromFilters(Knowledge knowledge, Iterable<String> hospitals) {
        boolean learned = false;
        for (Treated treated : List.of(Treated.MVD, Treated.BOTOX)) {
            for (Axis axis : Axis.values()) {
                for (int value = 0; value < axis.codes().size(); value++) {
                    boolean last = value == axis.codes().size() - 1;
                    String saying = treated.saying(axis.field(), axis.codes().get(value));
                    for (String hospital : hospitals) {
                        Group part = new Group(hospital, axis.trait(), last ? -1 : value);
                        learned |=
                                knowledge.learn(Group.whole(hospital), saying, knowledge.of(part, treated.treatments));
                        learned |=
                                knowledge.learn(part, treated.treatments, knowledge.of(Group.whole(hospital), saying));
                    }
                }
            }
        }
        return learned;
    }

    /** The question, and the traits of which there are several to a patient or none, with those of which there is one. */
    static Reading reading() {
        Reading reading = new Reading(CaseMix.DEFAULT, "");
        for (Treated treated : Treated.values()) {
            String patients = treated.field() + "/patients";
            reading.field(patients, treated.patients());
            for (Axis axis : Axis.values()) {
                axis.codes()
                        .forEach(value -> reading.listed(
                                treated.field() + "/" + axis.field() + "/" + value,
                                treated.patients(axis.field(), value),
                                patients));
            }
            many().filter(value -> treated == Treated.MVD || !value.startsWith("vessel"))
                    .forEach(value ->
                            reading.listed(treated.field() + "/" + value, treated.patients("naming", value), patients));
        }
        return reading;
    }

    private static Stream<String> many() {
        return Stream.concat(
                Stream.of(Trigger.values()).map(value -> "trigger/" + value.code()),
                Stream.of(Vessel.values()).map(value -> "vessel/" + value.code()));
    }

    static List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        for (Treated treated : Treated.values()) {
            for (Axis axis : Axis.values()) {
                all.add(subject(treated, axis));
            }
            for (Trigger trigger : Trigger.values()) {
                all.add(naming(
                        treated,
                        "trigger/" + trigger.code(),
                        (cohort, row) -> (cohort.clinical().triggers(row) >> trigger.ordinal() & 1) == 1));
            }
            for (Vessel vessel : Vessel.values()) {
                if (treated == Treated.MVD) {
                    all.add(naming(
                            treated, "vessel/" + vessel.code(), (cohort, row) -> cohort.compressedBy(row, vessel)));
                }
            }
        }
        return all;
    }

    private static Subject subject(Treated treated, Axis axis) {
        int values = axis.codes().size();
        Subject subject = Subject.ofRows(
                        treated.patients() + " by " + axis.field(),
                        treated.among,
                        WAYS * values,
                        (cohort, row, day) -> axis.kind(cohort, row))
                .with(treated.treatments, kind -> true)
                .with(treated.patients(), kind -> kind < 2 * values);
        for (int value = 0; value < values; value++) {
            int each = value;
            String code = axis.codes().get(value);
            subject.with(treated.patients(axis.field(), code), kind -> kind < 2 * values && kind % values == each);
            subject.withUntold(
                    treated.saying(axis.field(), code),
                    kind -> kind / values == 1 ? each == values - 1 : kind % values == each);
        }
        return subject;
    }

    private static Subject naming(Treated treated, String value, Among names) {
        return Subject.ofRows(
                        treated.patients() + " naming " + value,
                        treated.among,
                        WAYS,
                        (cohort, row, day) ->
                                !cohort.clinical().standsForPatient(row) ? 2 : names.has(cohort, row) ? 1 : 0)
                .with(treated.treatments, kind -> true)
                .with(treated.patients(), kind -> kind < 2)
                .with(treated.patients("naming", value), kind -> kind == 1);
    }

    private static List<String> andNotSaid(Code... values) {
        return Stream.concat(Stream.of(values).map(Code::code), Stream.of("not-said"))
                .toList();
    }

    private static List<String> ages() {
        return Stream.concat(
                        IntStream.range(0, AGE_BANDS).mapToObj(band -> band * YEARS + "-" + (band * YEARS + YEARS - 1)),
                        Stream.of("not-said"))
                .toList();
    }
}
