package org.hfsregistry.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the kernel may touch. */
@AnalyzeClasses(packages = "org.hfsregistry.statistics", importOptions = DoNotIncludeTests.class)
class KernelRulesTest {
    @ArchTest
    static final ArchRule uses_mathematics_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.math..",
                    "java.util..",
                    "org.apache.commons.statistics..",
                    "org.apache.commons.numbers..",
                    "org.hipparchus..",
                    "org.jspecify..",
                    "org.hfsregistry.statistics..")
            .because("a number must follow from its arguments alone, so that R can check it and anybody can repeat it");

    @ArchTest
    static final ArchRule knows_no_clock_and_no_chance = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.time..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|UUID|Date|Timer).*|java\\.util\\.(random|concurrent|logging)\\..*")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random")
            .because("the same arguments must give the same bits on any day");

    @ArchTest
    static final ArchRule rooms_keep_to_themselves = slices().matching("org.hfsregistry.statistics.(*)")
            .should()
            .notDependOnEachOther()
            .because("each method is read, cited and checked on its own; what they share is in the root");
}
