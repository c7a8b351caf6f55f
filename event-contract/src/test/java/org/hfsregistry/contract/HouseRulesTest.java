package org.hfsregistry.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(packages = "org.hfsregistry.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule only_json_knows_jackson = classes()
            .that()
            .resideOutsideOfPackage("..contract.json..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "org.hfsregistry.contract..")
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

    private static final int MOST = 12;

    /** What is larger, why, and not larger than that. */
    private static final Map<String, Integer> LARGER = Map.of(
            // a sealed hierarchy stands in one package
            "org.hfsregistry.contract.outcome", 13,
            // the table of fields and what reads it; to be parted, see docs/roadmap.md
            "org.hfsregistry.contract.json", 25);

    @ArchTest
    static void rooms_have_a_size_that_a_head_can_hold(JavaClasses contract) {
        Map<String, Set<String>> files = contract.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(
                        JavaClass::getPackageName,
                        mapping(
                                type -> type.getSource()
                                        .orElseThrow()
                                        .getFileName()
                                        .orElseThrow(),
                                toSet())));

        assertThat(files)
                .isNotEmpty()
                .allSatisfy((room, inIt) ->
                        assertThat(inIt).as(room).hasSizeLessThanOrEqualTo(LARGER.getOrDefault(room, MOST)));
    }
}
