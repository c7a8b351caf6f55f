package org.hfsregistry.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Platform.class, importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule broker_and_store_do_not_know_each_other = slices().matching(
                    "org.hfsregistry.platform.(kafka|mongodb)..")
            .should()
            .notDependOnEachOther()
            .because("either can be replaced by a real one alone");

    @ArchTest
    static final ArchRule the_machine_knows_no_server = noClasses()
            .that()
            .resideInAPackage("..platform.machine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..platform.kafka..", "..platform.mongodb..", "org.apache.kafka..", "com.mongodb..")
            .because("what is taken from the machine is the same for every server");

    @ArchTest
    static final ArchRule servers_do_not_choose = noClasses()
            .that()
            .resideOutsideOfPackage("org.hfsregistry.platform")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hfsregistry.platform")
            .because("which server is taken is decided in one place");
}
