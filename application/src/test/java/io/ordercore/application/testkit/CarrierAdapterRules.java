package io.ordercore.application.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;

/** What an integrator's carrier adapter obeys. */
final class CarrierAdapterRules {
    private final String core;
    private final String base;

    CarrierAdapterRules(String core, String basePackage) {
        this.core = core;
        this.base = basePackage + "..";
    }

    List<BoundaryRule> all() {
        return List.of(
                new BoundaryRule(
                        "a_carrier_adapter_sees_only_its_port_and_the_domain",
                        noClasses()
                                .that()
                                .resideInAPackage(base)
                                .should()
                                .dependOnClassesThat(resideInAPackage(core + "..")
                                        .and(not(resideInAnyPackage(
                                                core + ".domain..",
                                                core + ".application.logistics..",
                                                core + ".application.carrier..",
                                                base))))
                                .because(
                                        "it must run in every application that embeds the core, whatever else that wires")
                                .allowEmptyShould(true)),
                new BoundaryRule(
                        "a_carrier_adapter_prints_nothing",
                        noClasses()
                                .that()
                                .resideInAPackage(base)
                                .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                                .because("the application that embeds it owns standard output")
                                .allowEmptyShould(true)));
    }
}
