package org.hfsregistry.description;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hfsregistry.description", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String DESCRIPTION = "org.hfsregistry.description";

    @ArchTest
    static final ArchRule a_room_knows_no_web_server = classes()
            .that()
            .resideInAPackage(DESCRIPTION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.yaml.snakeyaml..", "tools.jackson..", DESCRIPTION)
            .because("a description is made of files; its door serves it");

    @ArchTest
    static final ArchRule doors_are_closed = classes()
            .that()
            .resideInAPackage(DESCRIPTION + ".web")
            .should()
            .notBePublic()
            .because("a service has it by being beside it");

    @ArchTest
    static final ArchRule it_serves_every_service_and_knows_none = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hfsregistry.intake..", "org.hfsregistry.registry..", "org.hfsregistry.analytics..")
            .because("what a service answers stands in that service's own openapi.yaml");
}
