package org.hfsregistry.analytics.running;

import java.time.Instant;
import java.util.List;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Clinical;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Quarantines;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** A hospital of 60 operations, 30 injections and 30 courses, one of a single operation, and analytics that read them. */
public final class SmallRegistry extends AnalysedRegistry {
    /** The hospital of a single operation. */
    public static final String OTHER_HOSPITAL = "h-02";

    private static final Instant LATER = Instant.parse("2024-03-01T08:00:00Z");

    /** Under a name of its own; settings of analytics are {@code name=value}. */
    public SmallRegistry(String name, String... settings) {
        super(name, settings);
    }

    @Override
    void registerBefore(RegistryStandIn registry) {
        registry.register(Documents.hospital(1, Examples.eligibleCases(), Examples.hospitalProfile()));
        registry.publish(Quarantines.example());
        for (int i = 0; i < 40; i++) {
            registry.register(operation(i).document());
        }
    }

    @Override
    void registerAfter(RegistryStandIn registry) {
        registry.publishPoison("h-01/poison");
        registry.endSegment();
        for (int i = 40; i < 60; i++) {
            registry.register(operation(i).document());
        }
        for (int i = 0; i < 30; i++) {
            registry.register(session(i));
        }
        for (int i = 0; i < 30; i++) {
            registry.register(course(i));
        }
        registry.register(Case.of(OTHER_HOSPITAL, "t-1", 1)
                .assessed(365, SpasmGrade.E0)
                .changedAt(LATER)
                .document());
    }

    /** 45 of 60 free of spasm after a year; of these 15 come back after 400 days. All are 9 points better, 20 had a palsy. */
    private static Case operation(int number) {
        Case operation = Case.of(Examples.HOSPITAL, "t-" + number, number)
                .assessed(300, number < 45 ? SpasmGrade.E0 : SpasmGrade.E2);
        operation.reported(Clinical.scored(300, Clinical.hfs7(number % 9), Clinical.hfs7(9 + number % 9)), -1);
        if (number < 20) {
            operation.reported(Clinical.complicated(300, "facial-palsy:transient"), -1);
        }
        return number < 15 ? operation.recurred(700, true) : operation;
    }

    /** 12 of 30 helped completely, the others partially; all of these had a rash and were stopped. */
    private static TreatmentDocument course(int number) {
        boolean helped = number < 12;
        return Case.of(Examples.HOSPITAL, "m-" + number, number)
                .reported(
                        helped
                                ? Clinical.taken(30, Drug.BACLOFEN, Response.COMPLETE, false, null)
                                : Clinical.taken(
                                        30,
                                        Drug.BACLOFEN,
                                        Response.PARTIAL,
                                        true,
                                        StopReason.SIDE_EFFECTS,
                                        SideEffect.RASH),
                        0)
                .document();
    }

    private static TreatmentDocument session(int number) {
        Case session = Case.of(Examples.HOSPITAL, "s-" + number, number);
        return number < 12
                ? session.notRelieved().document()
                : session.injected(true, Case.DAY.plusDays(90 + number), null, List.of(Complication.Kind.PTOSIS))
                        .document();
    }
}
