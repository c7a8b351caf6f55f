package org.hfsregistry.look;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hfsregistry.look", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule it_serves_every_service_and_knows_none = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.hfsregistry..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("org.hfsregistry.look..")))
            .because("a look that knows what it shows is a page");

    @ArchTest
    static final ArchRule it_is_put_on_by_being_on_the_classpath =
            classes().should().notBePublic().because("pages name a template and words, never a class");
}
