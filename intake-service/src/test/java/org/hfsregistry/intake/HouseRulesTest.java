package org.hfsregistry.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hfsregistry.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String INTAKE = "org.hfsregistry.intake";

    @ArchTest
    static final ArchRule a_room_is_plain_java = classes()
            .that()
            .resideInAnyPackage(INTAKE + ".submission", INTAKE + ".pseudonym", INTAKE + ".access")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.jspecify..",
                    "org.springframework.stereotype",
                    "org.hfsregistry.contract..",
                    INTAKE + ".submission",
                    INTAKE + ".pseudonym",
                    INTAKE + ".access")
            .because("what intake does is told without a framework; doors translate");

    @ArchTest
    static final ArchRule nobody_imports_a_door = noClasses()
            .that()
            .resideOutsideOfPackage("..submission.rest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..submission.rest")
            .because("a door opens to one side");

    @ArchTest
    static final ArchRule doors_are_closed = classes()
            .that()
            .resideInAnyPackage(
                    "..submission.rest",
                    "..submission.fhir",
                    "..submission.kafka",
                    "..pseudonym.keyfile",
                    "..access.oauth2")
            .should()
            .notBePublic()
            .because("what is not public can't be imported by another door or a room");

    @ArchTest
    static final ArchRule only_their_doors_know_kafka_and_http = noClasses()
            .that()
            .resideOutsideOfPackages("..submission.rest", "..access.oauth2")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.http..")
            .because("HTTP ends at its door");

    @ArchTest
    static final ArchRule only_doors_know_json = noClasses()
            .that()
            .resideOutsideOfPackages("..submission.rest", "..submission.fhir", "..access.oauth2")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..")
            .because("the contract reads and writes outcomes, and doors the rest");

    @ArchTest
    static final ArchRule only_its_door_knows_fhir = noClasses()
            .that()
            .resideOutsideOfPackage("..submission.fhir")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn..", "org.hl7..")
            .because("resources are translated where they come in");

    @ArchTest
    static final ArchRule rooms_do_not_go_round_in_circles =
            slices().matching(INTAKE + ".(*)..").should().beFreeOfCycles();
}
