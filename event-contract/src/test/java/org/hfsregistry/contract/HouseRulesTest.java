package org.hfsregistry.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hfsregistry.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule only_json_knows_jackson = classes()
            .that()
            .resideOutsideOfPackage("..contract.json..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.hfsregistry.contract..")
            .because("records are what they are whatever carries them; one door turns them into JSON");

    @ArchTest
    static final ArchRule records_do_not_know_their_door = classes()
            .that()
            .resideOutsideOfPackage("..contract.json..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("..contract.json..")
            .because("nobody imports a door");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.hfsregistry.contract.(*)..").should().beFreeOfCycles();
}
