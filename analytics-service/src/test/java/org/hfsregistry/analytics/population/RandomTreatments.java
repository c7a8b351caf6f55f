package org.hfsregistry.analytics.population;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.jspecify.annotations.Nullable;

/** Treatments of a few patients with all versions they went through, dense with the days at which definitions turn. */
public final class RandomTreatments {
    private static final int[] TURNING_DAYS = {
        0, 1, 44, 45, 85, 89, 90, 91, 95, 179, 180, 181, 200, 269, 270, 271, 360, 364, 365, 366, 370, 500, 544, 545,
        546, 900
    };
    private static final int PATIENTS = 4;

    private final Random random;

    private RandomTreatments(long seed) {
        this.random = new Random(seed);
    }

    /** Every version of every treatment, older ones before newer ones. */
    public static Arbitrary<List<TreatmentDocument>> versions() {
        return Arbitraries.longs().map(seed -> new RandomTreatments(seed).treatments());
    }

    /** So many changes in the order in which the registry makes them, each a day after the one before. */
    public static List<TreatmentDocument> stream(long seed, int changes) {
        RandomTreatments some = new RandomTreatments(seed);
        Map<String, Integer> versions = new HashMap<>();
        List<TreatmentDocument> stream = new ArrayList<>();
        for (int change = 0; change < changes; change++) {
            int treatment = some.random.nextInt(changes / 2);
            String id = "t" + treatment;
            stream.add(some.version(
                    "h-0" + (1 + treatment % 2), id, versions.merge(id, 1, Integer::sum), Case.DAY.plusDays(change)));
        }
        return stream;
    }

    /** The same documents in another order, some of them again. */
    public static List<TreatmentDocument> delivered(List<TreatmentDocument> versions, long seed) {
        Random random = new Random(seed);
        List<TreatmentDocument> delivered = new ArrayList<>(versions);
        for (TreatmentDocument version : versions) {
            if (random.nextInt(3) == 0) {
                delivered.add(version);
            }
        }
        Collections.shuffle(delivered, random);
        return delivered;
    }

    private List<TreatmentDocument> treatments() {
        List<TreatmentDocument> versions = new ArrayList<>();
        int treatments = random.nextInt(25);
        for (int treatment = 0; treatment < treatments; treatment++) {
            int last = 1 + random.nextInt(4);
            for (int version = 1; version <= last; version++) {
                versions.add(version("h-0" + (1 + treatment % 2), "t" + treatment, version, changedOn()));
            }
        }
        return versions;
    }

    private TreatmentDocument version(String hospital, String id, int version, LocalDate changedOn) {
        Case treatment = Case.of(hospital, id, random.nextInt(PATIENTS))
                .on(Case.DAY.plusDays(random.nextInt(3) * 300L + random.nextInt(3)))
                .on(random.nextBoolean() ? Side.LEFT : Side.RIGHT)
                .version(version)
                .changedAt(changedOn.atStartOfDay().toInstant(ZoneOffset.UTC));
        switch (random.nextInt(8)) {
            case 0 -> {} // all of it withdrawn
            case 1 -> end(treatment);
            case 2, 3 -> reportSession(treatment);
            case 4 -> takeMedication(treatment);
            default -> followOperation(treatment);
        }
        return treatment.document();
    }

    private LocalDate changedOn() {
        return Case.DAY.plusDays(random.nextInt(1_300));
    }

    private void followOperation(Case operation) {
        int assessments = random.nextInt(5);
        operation.of(oneOrNone(Sex.values()), bornOrNot(), oneOrNone(Etiology.values()));
        operation.found(random.nextBoolean() ? List.of() : List.of(one(Vessel.values()), Vessel.AICA), yesNoOrNone());
        for (int i = 0; i < assessments; i++) {
            SpasmGrade grade = random.nextBoolean() ? SpasmGrade.E0 : one(SpasmGrade.values());
            ComplicationGrade complication = random.nextInt(4) == 0 ? null : one(ComplicationGrade.values());
            operation.assessed(day(), grade, complication, random.nextInt(2));
        }
        int recurrences = assessments == 0 ? 1 : random.nextInt(3);
        for (int i = 0; i < recurrences; i++) {
            operation.recurred(day(), random.nextBoolean());
        }
        tellMore(operation);
        if (random.nextInt(3) == 0) {
            end(operation);
        }
    }

    /** Complications, scores, triggers, some of them on one day and some submitted together. */
    private void tellMore(Case operation) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String kind = one("deafness", "facial-palsy", "death");
            String course = one("transient", "permanent", "unresolved");
            operation.reported(
                    random.nextBoolean()
                            ? Clinical.complicated(day(), kind + ":" + course, "csf-leak:transient")
                            : Clinical.scored(day(), scoreOrNone(), scoreOrNone()),
                    random.nextInt(2));
        }
        if (random.nextInt(3) == 0) {
            operation.reported(Clinical.triggered(one(Trigger.values()), Trigger.COLD), random.nextInt(2));
        }
    }

    private @Nullable QualityOfLife scoreOrNone() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> Clinical.hfs30(random.nextInt(120) + random.nextInt(4) * 0.25);
            default -> Clinical.hfs7(random.nextInt(28) + random.nextInt(2) * 0.5);
        };
    }

    private void takeMedication(Case course) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            boolean stopped = random.nextInt(3) == 0;
            course.reported(
                    Clinical.taken(
                            day(),
                            one(Drug.values()),
                            one(Response.values()),
                            stopped,
                            stopped ? oneOrNone(StopReason.values()) : null,
                            random.nextBoolean()
                                    ? new SideEffect[0]
                                    : new SideEffect[] {one(SideEffect.values()), SideEffect.RASH}),
                    random.nextInt(2));
        }
    }

    private void reportSession(Case session) {
        int reports = 1 + random.nextInt(3);
        for (int i = 0; i < reports; i++) {
            LocalDate last = session.day().plusDays(random.nextInt(4) * 30L);
            List<Complication.Kind> adverse =
                    random.nextBoolean() ? List.of(Complication.Kind.PTOSIS) : List.of(Complication.Kind.DRY_EYE);
            switch (random.nextInt(3)) {
                case 0 -> session.injected(true, last, null, adverse);
                case 1 -> session.injected(true, null, last, List.of());
                default -> session.injected(false, null, null, adverse);
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            int ended = random.nextInt(4) == 0 ? -1 : one(0, 27, 28, 60, 90, 91);
            session.reported(Clinical.injected(ended, scoreOrNone(), scoreOrNone()), random.nextInt(2));
        }
        if (random.nextInt(4) == 0) {
            end(session);
        }
    }

    private void end(Case treatment) {
        treatment.ended(day(), one(FollowUpEnded.Reason.values()));
    }

    private @Nullable Integer bornOrNot() {
        return random.nextInt(4) == 0 ? null : 1940 + random.nextInt(60);
    }

    private @Nullable Boolean yesNoOrNone() {
        return random.nextInt(4) == 0 ? null : random.nextBoolean();
    }

    private <T> @Nullable T oneOrNone(T[] choices) {
        return random.nextInt(4) == 0 ? null : choices[random.nextInt(choices.length)];
    }

    @SafeVarargs
    private final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private int day() {
        return TURNING_DAYS[random.nextInt(TURNING_DAYS.length)];
    }
}
