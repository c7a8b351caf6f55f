package org.hfsregistry.analytics.medication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.measure.Scan;
import org.hfsregistry.analytics.question.ClinicalDefinitions;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.analytics.table.Rate;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;

/** What courses of medication came to, by hospital and in all. */
public final class MedicationTable implements Table {
    private static final String RESPONSE = "response";
    private static final String STOPPED = "stopped";
    private static final String BECAUSE = "because";
    private static final String SIDE_EFFECTS = "sideEffects";

    private final Scan<Courses> scan;
    private final Decision decision;

    /** Of a scan, with what is shown of it. */
    public MedicationTable(Scan<Courses> scan, Decision courses) {
        this.scan = scan;
        this.decision = courses;
    }

    @Override
    public Definition definition() {
        return ClinicalDefinitions.MEDICATION;
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of();
    }

    @Override
    public Scan<?> scan() {
        return scan;
    }

    @Override
    public Set<String> headline() {
        return Set.of("n", RESPONSE);
    }

    @Override
    public Map<String, Object> network(Part part, View view) {
        return fields(decision.everybody(part), decision.network(part), view);
    }

    @Override
    public Map<String, Object> ofHospital(String hospital, Part part, boolean own, View view) {
        return fields(decision.people(hospital, part), decision.group(hospital, part, own), view);
    }

    private static Map<String, Object> fields(Tally people, Shown shown, View view) {
        int n = CourseFigures.courses(people);
        Fields fields = new Fields(shown, view);
        fields.count("n", CourseFigures.COURSES, () -> n);
        for (Response response : Response.values()) {
            Rate rate = new Rate(CourseFigures.count(people, response), n);
            fields.put(
                    RESPONSE,
                    response.code(),
                    CourseFigures.figure(response),
                    () -> Optional.of(rate.counted(view.level())));
        }
        putStopped(people, n, fields, view);
        for (SideEffect effect : SideEffect.values()) {
            Rate rate = new Rate(CourseFigures.count(people, effect), n);
            fields.put(
                    SIDE_EFFECTS,
                    effect.code(),
                    CourseFigures.figure(effect),
                    () -> Optional.of(rate.counted(view.level())));
        }
        return fields.ofGroup(CourseFigures.COURSES);
    }

    private static void putStopped(Tally people, int n, Fields fields, View view) {
        fields.put(STOPPED, CourseFigures.STOPPED, () -> {
            Map<String, Object> stopped = new Rate(CourseFigures.stopped(people), n).counted(view.level());
            Map<String, Object> because = new LinkedHashMap<>();
            for (StopReason reason : StopReason.values()) {
                if (fields.shows(CourseFigures.figure(reason))) {
                    because.put(reason.code(), new Rate(CourseFigures.count(people, reason), n).counted(view.level()));
                }
            }
            stopped.put(BECAUSE, because);
            return Optional.of(stopped);
        });
        if (fields.shows(CourseFigures.STOPPED)) {
            for (StopReason reason : StopReason.values()) {
                if (!fields.shows(CourseFigures.figure(reason))) {
                    fields.suppress(STOPPED + "." + BECAUSE + "." + reason.code());
                }
            }
        }
    }
}
