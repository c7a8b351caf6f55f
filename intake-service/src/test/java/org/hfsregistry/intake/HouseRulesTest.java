package org.hfsregistry.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "org.hfsregistry.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String INTAKE = "org.hfsregistry.intake";

    /** Speaks HTTP for the doors, and is a room that they may enter. */
    private static final String HTTP = INTAKE + ".http";

    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private static final DescribedPredicate<JavaClass> IN_A_DOOR = new DescribedPredicate<>("stand in a door") {
        @Override
        public boolean test(JavaClass type) {
            return isDoor(type.getPackageName());
        }
    };

    private static final DescribedPredicate<JavaClass> IN_A_ROOM = new DescribedPredicate<>("stand in a room") {
        @Override
        public boolean test(JavaClass type) {
            return type.getPackageName().startsWith(INTAKE + ".")
                    && !isDoor(type.getPackageName())
                    && !type.getPackageName().equals(HTTP);
        }
    };

    /** A door is a package within a room. */
    private static boolean isDoor(String name) {
        return name.startsWith(INTAKE + ".")
                && name.substring(INTAKE.length() + 1).contains(".");
    }

    @ArchTest
    static final ArchRule a_room_is_plain_java = classes()
            .that(IN_A_ROOM)
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.or(
                    IN_A_ROOM,
                    JavaClass.Predicates.resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            "org.jspecify..",
                            "org.springframework.stereotype",
                            "org.hfsregistry.contract..")))
            .because("what intake does is told without a framework; doors translate");

    @ArchTest
    static void nobody_imports_a_door(JavaClasses intake) {
        for (String door : doors(intake)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(door)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(door)
                    .because("a door opens to one side")
                    .check(intake);
        }
    }

    @ArchTest
    static void a_door_sees_its_own_room_and_what_that_is_built_on(JavaClasses intake) {
        for (String door : doors(intake)) {
            String room = door.substring(0, door.lastIndexOf('.'));
            noClasses()
                    .that()
                    .resideInAPackage(door)
                    .should()
                    .dependOnClassesThat(DescribedPredicate.and(
                            IN_A_ROOM,
                            DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                    seenFrom(room, intake).toArray(String[]::new)))))
                    .because("a door translates for one room; who calls is all that it may know besides")
                    .check(intake);
        }
    }

    private static Set<String> seenFrom(String room, JavaClasses intake) {
        Stream<String> builtOn = intake.stream()
                .filter(type -> type.getPackageName().equals(room))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName());
        return Stream.concat(Stream.of(room, INTAKE + ".access"), builtOn).collect(toSet());
    }

    @ArchTest
    static final ArchRule doors_are_closed = classes()
            .that(IN_A_DOOR)
            .should()
            .notBePublic()
            .because("what is not public can't be imported by another door or a room");

    @ArchTest
    static final ArchRule what_doors_share_knows_no_room = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat(IN_A_ROOM)
            .because("it knows requests, not what they are for");

    @ArchTest
    static final ArchRule only_doors_know_http = classes()
            .that(IN_A_ROOM)
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("jakarta.servlet..", "tools.jackson..", "org.springframework.http..", HTTP)
            .because("HTTP ends at its door");

    @ArchTest
    static final ArchRule only_its_door_knows_fhir = noClasses()
            .that()
            .resideOutsideOfPackage(INTAKE + ".bundle.fhir")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn..", "org.hl7..")
            .because("resources are translated where they come in");

    @ArchTest
    static final ArchRule rooms_do_not_go_round_in_circles =
            slices().matching(INTAKE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static void rooms_and_doors_have_a_size_that_a_head_can_hold(JavaClasses intake) {
        Map<String, Set<String>> files = intake.stream()
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
                .allSatisfy((name, inIt) -> assertThat(inIt).hasSizeLessThanOrEqualTo(MOST));
        assertThat(files)
                .allSatisfy((name, inIt) -> assertThat(inIt.size() + doorsOf(name, files))
                        .as("%s with its doors", name)
                        .satisfiesAnyOf(
                                size -> assertThat(size).isGreaterThanOrEqualTo(FEWEST),
                                size -> assertThat(isDoor(name) || name.equals(INTAKE))
                                        .isTrue()));
    }

    private static long doorsOf(String room, Map<String, Set<String>> files) {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(room + "."))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }

    private static Set<String> doors(JavaClasses intake) {
        Set<String> doors = intake.stream()
                .map(JavaClass::getPackageName)
                .filter(HouseRulesTest::isDoor)
                .collect(toSet());
        assertThat(doors)
                .contains(
                        INTAKE + ".submission.rest",
                        INTAKE + ".submission.kafka",
                        INTAKE + ".batch.rest",
                        INTAKE + ".batch.ndjson",
                        INTAKE + ".batch.json",
                        INTAKE + ".batch.csv",
                        INTAKE + ".bundle.rest",
                        INTAKE + ".bundle.fhir",
                        INTAKE + ".page.web",
                        INTAKE + ".page.registry");
        return doors;
    }

    @ArchTest
    static final ArchRule access_is_used_by_its_room_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hfsregistry.access.(*)..")
            .because("a service gives its rules and takes its callers; how tokens are read is nobody's business");
}
