package org.hfsregistry.analytics.running;

import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Clinical;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.HospitalProfile.TeamMember;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.registered.TreatmentDocument;

/**
 * Ten hospitals: four whose success everybody may know, three of whose operations few failed, and three of few operations.
 * So the network is told, since no hidden one follows from it.
 */
public final class NetworkRegistry extends AnalysedRegistry {

    /** One that is shown whole. */
    public static final String LARGE = "h-01";

    /** One of 37 operations of which 6 failed, which is not told. */
    public static final String HELD_BACK = "h-05";

    /** One of few operations. */
    public static final String FEW = "h-08";

    private static final List<Ward> WARDS = List.of(
            new Ward(LARGE, "St. Mary", "DE", 120, 30, 60),
            new Ward("h-02", "Example University Hospital", "JP", 80, 20, 40),
            new Ward("h-03", "Lake Clinic", "DE", 60, 30, 0),
            new Ward("h-04", "Hill Hospital", "US", 200, 20, 0),
            new Ward(HELD_BACK, "Almost Perfect Hospital", "JP", 37, 6, 0),
            new Ward("h-06", "River Clinic", "JP", 41, 7, 0),
            new Ward("h-07", "Forest Clinic", "FR", 43, 8, 0),
            new Ward(FEW, "Small Clinic", "FR", 8, 0, 0),
            new Ward("h-09", "Smaller Clinic", "FR", 8, 0, 0),
            new Ward("h-10", "Smallest Clinic", "FR", 8, 0, 0));

    private final String afterLarge;
    private int oneMore = WARDS.getFirst().operations();

    /** Under a name of its own. */
    public NetworkRegistry(String name) {
        this(name, "");
    }

    /** Under a name of its own; after the large one's name stands something. */
    public NetworkRegistry(String name, String afterLarge) {
        super(name);
        this.afterLarge = afterLarge;
    }

    @Override
    void registerBefore(RegistryStandIn registry) {
        WARDS.forEach(
                ward -> register(registry, ward, ward.id().equals(LARGE) ? ward.name() + afterLarge : ward.name()));
    }

    /** Starts one more analytics, by which researchers are told what everybody is; who asks for it closes it. */
    public RunningAnalytics strict() {
        return another("hfs.analytics.disclosure.researchers=11");
    }

    /** Registers an operation of the large one, while analytics runs. */
    public void operateOnceMore() {
        registry().register(operation(WARDS.getFirst(), oneMore++));
    }

    private record Ward(String id, String name, String country, int operations, int failed, int sessions) {}

    private static void register(RegistryStandIn registry, Ward ward, String called) {
        boolean large = large(ward);
        registry.register(Documents.hospital(
                1,
                new HospitalProfile(
                        ward.id() + "-profile",
                        1,
                        ward.id(),
                        called,
                        ward.country(),
                        large,
                        true,
                        null,
                        large,
                        false,
                        large ? List.of(TeamMember.NEUROSURGEON, TeamMember.NEUROLOGIST) : List.of())));
        for (int i = 0; i < ward.operations(); i++) {
            registry.register(operation(ward, i));
        }
        for (int i = 0; i < ward.sessions(); i++) {
            registry.register(session(ward, i));
            registry.register(course(ward, i));
        }
    }

    /** Free of spasm after some days where it succeeds, seen again after three years, and come back in some of the large. */
    private static TreatmentDocument operation(Ward ward, int number) {
        Case operation = Case.of(ward.id(), "t-" + number, number);
        if (large(ward)) {
            describe(operation, number);
        }
        if (number < ward.failed()) {
            return operation
                    .assessed(30, SpasmGrade.E2)
                    .assessed(365, SpasmGrade.E2)
                    .document();
        }
        operation.assessed(3 + number % 40, SpasmGrade.E0).assessed(365, SpasmGrade.E0);
        if (large(ward)) {
            complicateAndScore(operation, number - ward.failed(), 3 + number % 40);
        }
        return ward.sessions() > 0 && number < ward.failed() + 12
                ? operation.recurred(500 + 20 * (number % 12), true).document()
                : operation.assessed(1000 + number, SpasmGrade.E0).document();
    }

    /** A third are men, of ages from 41 to 70; one in twelve came of a palsy, which few have in the large one. */
    private static void describe(Case operation, int number) {
        operation
                .of(
                        number % 3 == 0 ? Sex.MALE : Sex.FEMALE,
                        1950 + number % 30,
                        number % 12 == 0 ? Etiology.POST_BELL : Etiology.VASCULAR)
                .found(List.of(number % 2 == 0 ? Vessel.AICA : Vessel.PICA), false);
    }

    private static boolean large(Ward ward) {
        return ward.operations() > 100;
    }

    /** Palsies in many, of whom few have lost their hearing, too; scores of which few are by the longer questionnaire. */
    private static void complicateAndScore(Case operation, int number, int day) {
        if (number < 34) {
            String palsy = number < 20 ? "facial-palsy:transient" : "facial-palsy:permanent";
            operation.reported(
                    number < 3
                            ? Clinical.complicated(day, palsy, "hearing-loss:permanent")
                            : Clinical.complicated(day, palsy),
                    0);
        }
        if (number < 40) {
            operation.reported(
                    Clinical.scored(365, Clinical.hfs7(2 + number % 5), Clinical.hfs7(7 + number % 11 + number % 3)),
                    0);
        } else if (number < 45) {
            operation.reported(Clinical.scored(365, Clinical.hfs30(10), Clinical.hfs30(60 + number)), 0);
        }
    }

    /** A fifth of the patients is operated on later; the others have three injections or more. */
    private static Case injected(Ward ward, int number) {
        int operated = ward.sessions() / 5;
        if (number < operated) {
            return Case.of(ward.id(), "s-" + number, number).on(Case.DAY.minusDays(300 + 20 * number));
        }
        int others = (ward.sessions() - operated) / 3;
        int round = (number - operated) / others;
        return Case.of(ward.id(), "s-" + number, 1000 + (number - operated) % others)
                .on(Case.DAY.minusDays(1000).plusDays(100 * round + (1 + round) * number));
    }

    /** A third did not help, and most were stopped, few of them for side effects. */
    private static TreatmentDocument course(Ward ward, int number) {
        List<SideEffect> effects = List.of(SideEffect.DROWSINESS, SideEffect.DIZZINESS);
        return Case.of(ward.id(), "m-" + number, 2000 + number)
                .reported(
                        Clinical.taken(
                                30,
                                Drug.CARBAMAZEPINE,
                                List.of(Response.values()).get(number % 3),
                                number % 4 > 0,
                                number % 20 == 1 ? StopReason.SIDE_EFFECTS : StopReason.NO_EFFECT,
                                number % 20 == 1 ? SideEffect.RASH : effects.get(number % 2)),
                        0)
                .document();
    }

    private static TreatmentDocument session(Ward ward, int number) {
        Case session = injected(ward, number)
                .with(number % 2 == 0 ? Product.ONABOTULINUM : Product.ABOBOTULINUM, 1 + number % 3);
        return number % 3 == 0
                ? session.notRelieved().document()
                : session.injected(
                                true,
                                session.day().plusDays(60 + number),
                                null,
                                number % 3 == 1 ? List.of(Complication.Kind.PTOSIS) : List.of())
                        .document();
    }

    /** The ids of all of them. */
    public static List<String> hospitals() {
        return WARDS.stream().map(Ward::id).toList();
    }

    /** The address of every page. */
    public static List<String> pages() {
        return Stream.concat(
                        Stream.of(
                                "/",
                                "/?order=distance&country=DE",
                                "/funnel",
                                "/treatments",
                                "/about",
                                "/compare",
                                "/compare?hospital=h-01&hospital=h-05&hospital=h-08"),
                        hospitals().stream().map(id -> "/hospitals/" + id))
                .toList();
    }
}
