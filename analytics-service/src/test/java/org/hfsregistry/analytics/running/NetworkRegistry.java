package org.hfsregistry.analytics.running;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.hfsregistry.contract.outcome.HospitalProfile.TeamMember;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.platform.Platform;

/**
 * Ten hospitals: four whose success everybody may know, three of whose operations few failed, and three of few operations.
 * So the network is told, since no hidden one follows from it.
 */
public final class NetworkRegistry implements AutoCloseable {

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

    private final RegistryStandIn registry;
    private final RunningAnalytics analytics;

    /** Registers all, under a name of its own, and starts analytics on it; after the large one's name stands something. */
    public NetworkRegistry(Path folder, String name, String afterLarge) {
        registry = new RegistryStandIn(Platform.forTests(), name);
        WARDS.forEach(ward -> register(ward, ward.id().equals(LARGE) ? ward.name() + afterLarge : ward.name()));
        analytics = new RunningAnalytics(folder, Platform.forTests(), name).waitFor(registry.published());
    }

    private record Ward(String id, String name, String country, int operations, int failed, int sessions) {}

    private void register(Ward ward, String called) {
        boolean large = ward.operations() > 100;
        registry.register(Examples.hospital(
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
        }
    }

    /** Free of spasm after some days where it succeeds, seen again after three years, and come back in some of the large. */
    private static TreatmentDocument operation(Ward ward, int number) {
        Case operation = Case.of(ward.id(), "t-" + number, number);
        if (number < ward.failed()) {
            return operation
                    .assessed(30, SpasmGrade.E2)
                    .assessed(365, SpasmGrade.E2)
                    .document();
        }
        operation.assessed(3 + number % 40, SpasmGrade.E0).assessed(365, SpasmGrade.E0);
        return ward.sessions() > 0 && number < ward.failed() + 12
                ? operation.recurred(500 + 20 * (number % 12), true).document()
                : operation.assessed(1000 + number, SpasmGrade.E0).document();
    }

    private static TreatmentDocument session(Ward ward, int number) {
        Case session = Case.of(ward.id(), "s-" + number, number)
                .with(number % 2 == 0 ? Product.ONABOTULINUM : Product.ABOBOTULINUM, 1 + number % 3);
        return number % 3 == 0
                ? session.notRelieved().document()
                : session.injected(
                                true,
                                Case.DAY.plusDays(60 + number),
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

    /** Who answers. */
    public RunningAnalytics analytics() {
        return analytics;
    }

    @Override
    public void close() {
        analytics.close();
        registry.close();
    }
}
