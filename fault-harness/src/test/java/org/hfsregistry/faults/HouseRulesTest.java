package org.hfsregistry.faults;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hfsregistry.faults", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule services_are_processes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hfsregistry.intake..", "org.hfsregistry.registry..", "org.hfsregistry.analytics..")
            .because("what is killed here is what is deployed");

    @ArchTest
    static final ArchRule the_check_sees_what_a_hospital_sees = noClasses()
            .that()
            .resideInAPackage("..faults.check..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.apache.kafka..", "..faults.deployed..", "..faults.fault..")
            .because("a promise is kept where it is asked for, not in a file");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.hfsregistry.faults.(*)..").should().beFreeOfCycles();
}
