package org.hfsregistry.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** The rules of the house, as far as a machine can read them. */
@AnalyzeClasses(packagesOf = RegistryApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final int MOST_FILES = 12;

    private static final String[] ROOMS = {
        "..arrival",
        "..treatment",
        "..receipt",
        "..history",
        "..quarantine",
        "..following",
        "..registration",
        "..followup",
        "..export",
        "..audit",
        "..proof",
        "..erasure",
        "..merging",
        "..page",
        "..access"
    };

    private static final String[] DOORS = {
        "..mongo", "..kafka", "..kafka.lag", "..rest", "..oauth2", "..health", "..keyfile", "..timer", "..page.web"
    };

    /** What the doors of one kind share. */
    private static final String[] TOOLS = {"..mongodb", "..paging", "..timing"};

    @ArchTest
    static final ArchRule doors_are_closed = classes()
            .that()
            .resideInAnyPackage(DOORS)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .notBePublic()
            .because("a door is entered by its room's port or by a request, never by an import");

    @ArchTest
    static final ArchRule rooms_are_plain = classes()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.springframework.stereotype..",
                    "org.hfsregistry.contract.clinical..",
                    "org.hfsregistry.contract.outcome..",
                    "org.hfsregistry.contract.pseudonym..",
                    "org.hfsregistry.contract.registered..",
                    "org.hfsregistry.registry.access",
                    "org.hfsregistry.registry.arrival",
                    "org.hfsregistry.registry.treatment",
                    "org.hfsregistry.registry.receipt",
                    "org.hfsregistry.registry.history",
                    "org.hfsregistry.registry.quarantine",
                    "org.hfsregistry.registry.erasure",
                    "org.hfsregistry.registry.merging",
                    "org.hfsregistry.registry.following",
                    "org.hfsregistry.registry.registration",
                    "org.hfsregistry.registry.followup",
                    "org.hfsregistry.registry.export",
                    "org.hfsregistry.registry.audit",
                    "org.hfsregistry.registry.proof",
                    "org.hfsregistry.registry.page")
            .because("what the registry decides must be testable and readable without a broker, a store or a web"
                    + " server");

    @ArchTest
    static final ArchRule rooms_are_small = classes()
            .should(new ArchCondition<>("be one of at most " + MOST_FILES + " files of its package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    long files = type.getPackage().getClasses().stream()
                            .filter(JavaClass::isTopLevelClass)
                            .filter(each -> !each.isArray())
                            .filter(each -> !each.getSimpleName().equals("package-info"))
                            .count();
                    events.add(new SimpleConditionEvent(
                            type, files <= MOST_FILES, type.getPackageName() + " has " + files + " files"));
                }
            })
            .because("a newcomer has to hold a room in the head");

    @ArchTest
    static final ArchRule every_package_is_a_room_a_door_or_the_entrance = classes()
            .should()
            .resideInAnyPackage(Stream.of(ROOMS, DOORS, TOOLS, new String[] {"org.hfsregistry.registry"})
                    .flatMap(Stream::of)
                    .toArray(String[]::new))
            .because("a package that no rule knows is one that no rule guards");

    @ArchTest
    static final ArchRule only_one_room_knows_them_all = noClasses()
            .that()
            .resideOutsideOfPackages("..registration..", "..proof..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..registration..")
            .because("registration uses the other rooms, and they must stay usable without it; only what proves the"
                    + " record carries decisions out once more");

    @ArchTest
    static final ArchRule nobody_needs_the_proof = noClasses()
            .that()
            .resideOutsideOfPackage("..proof..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..proof..")
            .because("what is proved must not depend on what proves it");

    @ArchTest
    static final ArchRule rooms_have_no_cycles = slices().matching("org.hfsregistry.registry.(*)..")
            .should()
            .beFreeOfCycles()
            .because("rooms that need one another are one room");

    @ArchTest
    static final ArchRule only_mongo_doors_know_the_store = noClasses()
            .that()
            .resideOutsideOfPackages("..mongo..", "..mongodb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "org.hfsregistry.registry.mongodb..")
            .because("how values are stored is one door's business");

    @ArchTest
    static final ArchRule only_the_kafka_door_knows_the_broker = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "io.cloudevents..")
            .because("how events travel is one door's business");

    @ArchTest
    static final ArchRule only_rest_doors_know_the_web = noClasses()
            .that()
            .resideOutsideOfPackages("..rest..", "..page.web..", "..oauth2..", "..paging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
            .because("how records are asked for is one door's business");

    @ArchTest
    static final ArchRule access_is_used_by_its_room_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hfsregistry.access.(*)..")
            .because("a service gives its rules and takes its callers; how tokens are read is nobody's business");
}
