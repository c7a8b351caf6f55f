package org.hfsregistry.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "org.hfsregistry.local", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule the_leash_stands_alone = classes()
            .that()
            .resideInAPackage("..local.leash..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..")
            .because("it is packed by itself and gets onto a service's class path");

    @ArchTest
    static final ArchRule samples_need_no_server = noClasses()
            .that()
            .resideInAPackage("..local.published..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..", "org.springframework..", "org.apache.kafka..", "org.hfsregistry.platform..")
            .because("a sample is the same everywhere and is checked without starting anything");

    @ArchTest
    static final ArchRule services_are_processes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hfsregistry.intake..", "org.hfsregistry.registry..", "org.hfsregistry.analytics..")
            .because("what is run here is what is deployed");

    @ArchTest
    static final ArchRule nobody_imports_the_commands = noClasses()
            .that()
            .resideOutsideOfPackages("org.hfsregistry.local", "..local.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..local.command..")
            .because("what is typed is one way to ask for what the rooms do");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("org.hfsregistry.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void a_room_has_twelve_files_at_most(JavaClasses all) {
        Map<String, List<String>> rooms = all.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(file -> !file.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));

        assertThat(rooms)
                .as("who opens a room has to see at once what is in it")
                .hasSizeGreaterThan(5)
                .allSatisfy((room, files) -> assertThat(files).as(room).hasSizeLessThanOrEqualTo(12));
    }
}
