package org.hfsregistry.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hfsregistry.access", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String ACCESS = "org.hfsregistry.access";

    @ArchTest
    static final ArchRule a_room_is_plain_java = classes()
            .that()
            .resideInAPackage(ACCESS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ACCESS)
            .because("who may do what is told without a framework; doors translate");

    @ArchTest
    static final ArchRule doors_are_closed = classes()
            .that()
            .resideInAPackage(ACCESS + ".web")
            .should()
            .notBePublic()
            .because(
                    "a service gives its rules and takes its callers from the room; how tokens are read is nobody's business");

    @ArchTest
    static final ArchRule rooms_stand_on_one_another = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("refusal")
            .definedBy(ACCESS + ".refusal")
            .layer("token")
            .definedBy(ACCESS + ".token")
            .layer("signin")
            .definedBy(ACCESS + ".signin")
            .layer("web")
            .definedBy(ACCESS + ".web")
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("signin")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("token")
            .mayOnlyBeAccessedByLayers("signin", "web")
            .because("a refusal knows of no token, and a token of no sign-in");

    @ArchTest
    static final ArchRule it_serves_every_service_and_knows_none = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hfsregistry.intake..",
                    "org.hfsregistry.registry..",
                    "org.hfsregistry.analytics..",
                    "org.hfsregistry.local..")
            .because("what only one service asks stands in that service's rules");
}
