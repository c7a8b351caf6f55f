package org.hfsregistry.analytics.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Figure.Absence;
import org.hfsregistry.analytics.page.figure.Told;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.outcome.TreatmentKind;

/** Who is treated in a hospital, beside who is in all. It exists so that a share that is held back keeps its place. */
public record CaseMix(List<Patients> treatments) {
    private static final int YEARS = 10;
    private static final int AGE_BANDS = 13;
    private static final List<String> NOT_SAID = List.of("not-said");
    private static final Map<String, List<String>> TRAITS = Map.of(
            "sex", and(codes(Sex.values()), NOT_SAID),
            "ageBand", and(ageBands(), NOT_SAID),
            "etiology", and(codes(Etiology.values()), NOT_SAID),
            "trigger", codes(Trigger.values()),
            "vessel", codes(Vessel.values()));
    private static final List<String> IN_ORDER = List.of("sex", "ageBand", "etiology", "vessel", "trigger");

    static CaseMix of(Map<String, Object> group, Map<String, Object> network) {
        Told told = Told.of(group);
        Told ofAll = Told.of(network);
        return new CaseMix(Stream.of(TreatmentKind.values())
                .map(kind -> Patients.of(kind.code(), told.part(kind.code()), ofAll.part(kind.code())))
                .toList());
    }

    private static List<String> codes(Code... values) {
        return Stream.of(values).map(Code::code).toList();
    }

    private static List<String> ageBands() {
        return IntStream.range(0, AGE_BANDS)
                .map(band -> band * YEARS)
                .mapToObj(from -> from + "-" + (from + YEARS - 1))
                .toList();
    }

    private static List<String> and(List<String> codes, List<String> more) {
        List<String> all = new ArrayList<>(codes);
        all.addAll(more);
        return List.copyOf(all);
    }

    /**
     * The patients of one treatment.
     *
     * @param network how many there are in all hospitals
     */
    public record Patients(String treatment, Figure count, Figure network, List<Value> values) {

        private static Patients of(String treatment, Told told, Told ofAll) {
            return new Patients(
                    treatment,
                    told.figure("patients"),
                    ofAll.figure("patients"),
                    IN_ORDER.stream()
                            .flatMap(trait -> TRAITS.getOrDefault(trait, List.of()).stream()
                                    .map(code -> Value.of(trait, code, told, ofAll)))
                            .filter(Value::isAnybodys)
                            .toList());
        }

        /** Whether there are patients that anything can be told of. */
        public boolean areSome() {
            return count.isMoreThanNone();
        }
    }

    /** The part of the patients that has a value of a trait, and that of all hospitals' patients. */
    public record Value(String trait, String code, Figure share, Figure network) {

        private static Value of(String trait, String code, Told told, Told ofAll) {
            return new Value(
                    trait,
                    code,
                    told.part(trait).part(code).figure("share"),
                    ofAll.part(trait).part(code).figure("share"));
        }

        /** What nobody has is left out of answers, and of pages. */
        private boolean isAnybodys() {
            return Stream.of(share, network)
                    .anyMatch(figure ->
                            figure.absence().filter(Absence.NOTHING::equals).isEmpty());
        }
    }
}
