package org.hfsregistry.traces;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.hfsregistry.traces", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule it_serves_every_service_and_knows_none = noClasses()
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.hfsregistry..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("org.hfsregistry.traces..")))
            .because("a trace is the same whatever the event says");

    @ArchTest
    static final ArchRule it_knows_no_broker = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "io.cloudevents..")
            .because("how an event carries a span is the business of the door that publishes it");
}
