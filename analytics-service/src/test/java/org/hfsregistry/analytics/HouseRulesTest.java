package org.hfsregistry.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "org.hfsregistry.analytics", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String ANALYTICS = "org.hfsregistry.analytics";
    private static final String[] ROOMS = {
        ANALYTICS + ".treatment",
        ANALYTICS + ".cohort",
        ANALYTICS + ".feed",
        ANALYTICS + ".question",
        ANALYTICS + ".measure",
        ANALYTICS + ".inference",
        ANALYTICS + ".disclosure",
        ANALYTICS + ".decision",
        ANALYTICS + ".table",
        ANALYTICS + ".complication",
        ANALYTICS + ".medication",
        ANALYTICS + ".wellbeing",
        ANALYTICS + ".casemix",
        ANALYTICS + ".quality",
        ANALYTICS + ".sequence",
        ANALYTICS + ".making",
        ANALYTICS + ".monitoring",
        ANALYTICS + ".missing",
        ANALYTICS + ".statistic",
        ANALYTICS + ".frozen",
        ANALYTICS + ".export",
        ANALYTICS + ".change",
        ANALYTICS + ".page",
        ANALYTICS + ".page.figure",
        ANALYTICS + ".chart",
        ANALYTICS + ".access"
    };
    private static final String[] DOORS = {
        "..feed.file",
        "..feed.kafka",
        "..feed.mongo",
        "..feed.process",
        "..disclosure.settings",
        "..statistic.rest",
        "..statistic.metrics",
        "..frozen.mongo",
        "..frozen.rest",
        "..export.rest",
        "..change.sse",
        "..page.web",
        "..access.security"
    };

    private static String[] roomsAnd(String... others) {
        return Stream.of(ROOMS, others).flatMap(Stream::of).toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule a_room_is_plain_java = classes()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(roomsAnd(
                    "java..",
                    "org.jspecify..",
                    "org.slf4j",
                    "org.springframework.stereotype",
                    "org.hfsregistry.contract..",
                    "org.hfsregistry.statistics.."))
            .because("what the numbers mean is told without a framework; doors translate");

    @ArchTest
    static final ArchRule rooms_do_not_know_json = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hfsregistry.contract.json")
            .because("documents are what they are whatever carries them");

    @ArchTest
    static final ArchRule doors_are_closed = classes()
            .that()
            .resideInAnyPackage(DOORS)
            .should()
            .notBePublic()
            .because("what is not public can't be imported by another door or a room");

    @ArchTest
    static final ArchRule disclosure_knows_no_statistic = classes()
            .that()
            .resideInAPackage(ANALYTICS + ".disclosure")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ANALYTICS + ".disclosure", ANALYTICS + ".inference")
            .because("the rule is one for all numbers, whatever they count");

    @ArchTest
    static final ArchRule charts_know_no_statistic = classes()
            .that()
            .resideInAPackage(ANALYTICS + ".chart")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ANALYTICS + ".chart")
            .because("a chart draws the numbers that its page tells, whatever they are of");

    @ArchTest
    static final ArchRule channels_get_answers_and_no_counts = noClasses()
            .that()
            .resideInAnyPackage(
                    "..statistic.rest",
                    "..statistic.metrics",
                    ANALYTICS + ".frozen..",
                    "..export.rest",
                    ANALYTICS + ".page..",
                    ANALYTICS + ".chart")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ANALYTICS + ".measure",
                    ANALYTICS + ".decision",
                    ANALYTICS + ".table",
                    ANALYTICS + ".complication",
                    ANALYTICS + ".medication",
                    ANALYTICS + ".wellbeing",
                    ANALYTICS + ".casemix",
                    ANALYTICS + ".quality",
                    ANALYTICS + ".sequence",
                    ANALYTICS + ".making",
                    ANALYTICS + ".monitoring",
                    ANALYTICS + ".missing",
                    "org.hfsregistry.statistics..")
            .because("what a channel writes has passed disclosure");

    @ArchTest
    static final ArchRule only_the_feed_fills_the_columns = noClasses()
            .that()
            .resideOutsideOfPackages(ANALYTICS + ".feed..", ANALYTICS + ".cohort")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ANALYTICS + ".cohort.Change")
            .because("a number is a function of the log");

    @ArchTest
    static void a_room_has_no_more_than_twelve_files(JavaClasses classes) {
        Map<String, Set<String>> files = new TreeMap<>();
        classes.forEach(type -> type.getSource()
                .flatMap(Source::getFileName)
                .filter(file -> !file.equals("package-info.java"))
                .ifPresent(file -> files.computeIfAbsent(type.getPackageName(), room -> new TreeSet<>())
                        .add(file)));

        assertThat(files)
                .as("a newcomer takes in a room of twelve files at once, and a larger one in parts")
                .allSatisfy((room, of) -> assertThat(of).as(room).hasSizeLessThanOrEqualTo(12));
    }

    @ArchTest
    static final ArchRule rooms_do_not_go_round_in_circles =
            slices().matching(ANALYTICS + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule access_is_used_by_its_room_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hfsregistry.access.(*)..")
            .because("a service gives its rules and takes its callers; how tokens are read is nobody's business");
}
