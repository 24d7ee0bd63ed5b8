package io.ordercore.application.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** What code that embeds the core obeys. A rule that matches nothing passes: nobody has to use all of the core. */
final class EmbeddedRules {
    private final String core;
    private final String base;
    private final String[] wiring;

    EmbeddedRules(String core, String basePackage, List<String> wiring) {
        this.core = core;
        this.base = basePackage + "..";
        this.wiring = wiring.stream().map(name -> name + "..").toArray(String[]::new);
    }

    List<BoundaryRule> all() {
        return List.of(
                new BoundaryRule(
                        "only_the_wiring_knows_adapters",
                        noClasses()
                                .that(resideInAPackage(base).and(not(resideInAnyPackage(wiring))))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(core + ".adapters..", core + ".bootstrap..")
                                .because("business code that speaks to ports keeps working when an adapter is replaced;"
                                        + " name the packages that build the Ordercore as wiring")
                                .allowEmptyShould(true)),
                new BoundaryRule(
                        "services_are_reached_through_their_port",
                        noClasses()
                                .that()
                                .resideInAPackage(base)
                                .should()
                                .dependOnClassesThat(resideInAPackage(core + ".application..")
                                        .and(Predicates.simpleName(".*Service")))
                                .because("an in-port is promised, a service is not")
                                .allowEmptyShould(true)),
                new BoundaryRule(
                        "in_ports_are_called_not_implemented",
                        noClasses()
                                .that()
                                .resideInAPackage(base)
                                .should()
                                .implement(inPort())
                                .because(
                                        "an in-port may gain a method in any release; an out-port is yours to implement")
                                .allowEmptyShould(true)),
                new BoundaryRule(
                        "what_is_true_is_not_overridden",
                        noClasses()
                                .that()
                                .resideInAPackage(base)
                                .should()
                                .beAssignableTo(domainClass())
                                .because("rules are added as policies; a subclass of an aggregate would change them for"
                                        + " everybody")
                                .allowEmptyShould(true)));
    }

    /** An interface that a public door of the application ({@code *UseCases} or {@code Ordercore}) hands out. */
    private DescribedPredicate<JavaClass> inPort() {
        return DescribedPredicate.describe(
                "an in-port",
                type -> type.isInterface()
                        && type.getPackageName().startsWith(core + ".application.")
                        && type.getMethodsWithReturnTypeOfSelf().stream()
                                .anyMatch(method -> isDoor(method.getOwner())));
    }

    private static boolean isDoor(JavaClass type) {
        return type.getSimpleName().matches(".*UseCases|Ordercore");
    }

    private DescribedPredicate<JavaClass> domainClass() {
        return DescribedPredicate.describe(
                "a class of the domain",
                type -> !type.isInterface() && type.getPackageName().startsWith(core + ".domain"));
    }
}
