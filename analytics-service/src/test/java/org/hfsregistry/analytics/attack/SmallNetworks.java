package org.hfsregistry.analytics.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Clinical;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.FollowUpEnded.Reason;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** Networks of a few small hospitals, with what is rare in each; the same of the same seed. */
final class SmallNetworks {
    private final Random random;
    private final List<TreatmentDocument> treatments = new ArrayList<>();
    /** How likely what is rare here is. */
    private final double rare;

    private SmallNetworks(long seed) {
        random = new Random(seed);
        rare = random.nextInt(4) * 0.08 + 0.02;
    }

    /** The treatments of a network. */
    static List<TreatmentDocument> of(long seed) {
        SmallNetworks network = new SmallNetworks(seed);
        int hospitals = 1 + network.random.nextInt(6);
        for (int hospital = 0; hospital < hospitals; hospital++) {
            network.add("h" + hospital);
        }
        return network.treatments;
    }

    private void add(String hospital) {
        int most = one(6, 15, 30, 60, 120);
        int operations = random.nextInt(most);
        int sessions = random.nextInt(most);
        int courses = random.nextInt(most);
        boolean afterwards = random.nextBoolean();
        for (int i = 0; i < sessions; i++) {
            treatments.add(session(hospital, i, random.nextInt(1 + sessions)));
        }
        for (int i = 0; i < operations; i++) {
            treatments.add(operation(hospital, i, afterwards ? random.nextInt(1 + sessions) : 1_000 + i));
        }
        for (int i = 0; i < courses; i++) {
            treatments.add(course(hospital, i));
        }
    }

    private Case someone(Case treatment) {
        int years = 1 + random.nextInt(3);
        return treatment
                .on(Case.DAY.plusDays(400L * random.nextInt(years) + random.nextInt(60)))
                .of(
                        chance(rare) ? null : chance(0.6) ? Sex.FEMALE : Sex.MALE,
                        chance(rare) ? null : 1945 + random.nextInt(30),
                        chance(rare) ? Etiology.TUMOUR : Etiology.VASCULAR);
    }

    private TreatmentDocument operation(String hospital, int number, int patient) {
        Case operation = someone(Case.of(hospital, "o" + number, patient));
        operation
                .on(operation.day().plusDays(100))
                .found(List.of(chance(rare) ? Vessel.VEIN : Vessel.AICA), chance(rare) ? true : false);
        boolean free = !chance(rare);
        if (!chance(rare)) {
            operation.assessed(60 + random.nextInt(60), free ? SpasmGrade.E0 : failing());
        } else {
            operation.assessed(1, failing());
        }
        if (!chance(rare)) {
            operation.assessed(300 + random.nextInt(100), chance(rare) ? failing() : SpasmGrade.E0);
        }
        if (chance(rare)) {
            operation.recurred(600, true);
        }
        if (chance(rare)) {
            operation.ended(700, chance(0.5) ? Reason.DEATH : Reason.LOST);
        }
        if (chance(rare)) {
            operation.reported(Clinical.complicated(10, chance(0.5) ? "deafness:permanent" : "csf-leak:transient"), 0);
        }
        if (!chance(2 * rare)) {
            operation.reported(Clinical.scored(365, Clinical.hfs7(14), Clinical.hfs7(chance(rare) ? 14 : 7)), 0);
        }
        return operation.document();
    }

    private SpasmGrade failing() {
        return one(SpasmGrade.E1, SpasmGrade.E2, SpasmGrade.E2, SpasmGrade.E3);
    }

    private TreatmentDocument session(String hospital, int number, int patient) {
        Case session = someone(Case.of(hospital, "s" + number, patient))
                .with(
                        chance(rare) ? Product.ABOBOTULINUM : Product.ONABOTULINUM,
                        chance(rare) ? 3 : 1 + random.nextInt(2));
        LocalDate ended = session.day().plusDays(60 + random.nextInt(30));
        List<Complication.Kind> adverse = chance(rare) ? List.of(Complication.Kind.PTOSIS) : List.of();
        return chance(rare)
                ? session.injected(false, null, null, adverse).document()
                : chance(rare)
                        ? session.injected(true, null, ended, adverse).document()
                        : session.injected(true, ended, null, adverse).document();
    }

    private TreatmentDocument course(String hospital, int number) {
        boolean stopped = chance(2 * rare);
        return Case.of(hospital, "m" + number, 5_000 + number)
                .on(Case.DAY.plusDays(400L * random.nextInt(2)))
                .reported(
                        Clinical.taken(
                                30,
                                chance(rare) ? Drug.BACLOFEN : Drug.CARBAMAZEPINE,
                                chance(rare) ? Response.NONE : Response.PARTIAL,
                                stopped,
                                stopped ? one(StopReason.NO_EFFECT, StopReason.OTHER) : null,
                                chance(rare) ? new SideEffect[] {SideEffect.RASH} : new SideEffect[0]),
                        0)
                .document();
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    @SafeVarargs
    private final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
