package io.ordercore.application.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What the core itself obeys. */
final class CoreRules {
    private static final DescribedPredicate<JavaClass> PURE_VALUES = resideInAnyPackage(
                    "java.lang..", "java.util..", "java.time..", "java.math..", "java.nio.charset..")
            .or(equivalentTo(URI.class));
    private static final String[] LIBRARIES_OF_THE_DOMAIN = {"org.joda.money..", "com.google.common..", "org.jspecify.."
    };
    private static final String[] FRAMEWORKS = {"com.fasterxml.jackson..", "jakarta..", "org.hibernate.."};
    private static final String[] SERVER = {"io.quarkus..", "io.vertx..", "io.smallrye..", "org.jboss.resteasy.."};
    private static final List<String> ABOUT_AMOUNTS =
            List.of("money", "catalog", "stock", "order", "payment", "modification", "aftersale");

    private final String core;
    private final String domain;
    private final String application;
    private final String adapters;
    private final String bootstrap;

    CoreRules(String core) {
        this.core = core + "..";
        this.domain = core + ".domain..";
        this.application = core + ".application..";
        this.adapters = core + ".adapters..";
        this.bootstrap = core + ".bootstrap..";
    }

    List<BoundaryRule> all() {
        return Stream.of(boundaries(), purity(), ports(), names())
                .flatMap(List::stream)
                .toList();
    }

    private List<BoundaryRule> boundaries() {
        return List.of(
                new BoundaryRule("dependencies_point_inwards", dependenciesPointInwards()),
                new BoundaryRule(
                        "capabilities_know_only_those_on_the_context_map",
                        classes()
                                .that()
                                .resideInAPackage(domain)
                                .should(new KnowOnlyNeighbours(ContextMap.OF_THE_DOMAIN, domain))
                                .because("a capability that knows all others cannot change without them")),
                new BoundaryRule(
                        "use_cases_know_only_capabilities_on_the_context_map",
                        classes()
                                .that()
                                .resideInAPackage(application)
                                .should(new KnowOnlyNeighbours(ContextMap.OF_THE_APPLICATION, application, domain))
                                .because("what happens elsewhere goes through an event and a class named *Reactions")),
                new BoundaryRule(
                        "the_domain_depends_on_plain_java",
                        classes()
                                .that()
                                .resideInAPackage(domain)
                                .should()
                                .onlyDependOnClassesThat(resideInAnyPackage(domain)
                                        .or(PURE_VALUES)
                                        .or(resideInAnyPackage(LIBRARIES_OF_THE_DOMAIN)))
                                .because("what is true must not depend on how it is stored, sent or run")),
                new BoundaryRule(
                        "the_application_depends_on_the_domain_and_a_logger",
                        classes()
                                .that()
                                .resideInAPackage(application)
                                .should()
                                .onlyDependOnClassesThat(resideInAnyPackage(application, domain, "org.slf4j..")
                                        .or(resideInAnyPackage("java.security..", "javax.crypto..", "java.io.."))
                                        .or(PURE_VALUES)
                                        .or(resideInAnyPackage(LIBRARIES_OF_THE_DOMAIN)))
                                .because("a use case reaches the world through ports only")),
                new BoundaryRule(
                        "jackson_and_jakarta_stay_in_the_adapters",
                        noClasses()
                                .that()
                                .resideInAnyPackage(domain, application)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(FRAMEWORKS)
                                .because("a domain type validates itself, so the core is right without a validation"
                                        + " provider, and its shape is not its JSON")),
                new BoundaryRule(
                        "only_bootstrap_sees_the_server_framework",
                        noClasses()
                                .that()
                                .resideInAPackage(core)
                                .and()
                                .resideOutsideOfPackage(bootstrap)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(SERVER)
                                .because("the REST adapter runs on any Jakarta REST runtime")));
    }

    private ArchRule dependenciesPointInwards() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(core)
                .layer("domain")
                .definedBy(domain)
                .layer("application")
                .definedBy(application)
                .layer("rest")
                .definedBy(adapters.replace("..", ".rest.."))
                .layer("persistence")
                .definedBy(adapters.replace("..", ".persistence.."))
                .layer("logistics")
                .definedBy(adapters.replace("..", ".logistics.."))
                .optionalLayer("catalog")
                .definedBy(adapters.replace("..", ".catalog.."))
                .optionalLayer("inspection")
                .definedBy(adapters.replace("..", ".inspection.."))
                .layer("bootstrap")
                .definedBy(bootstrap)
                .whereLayer("domain")
                .mayNotAccessAnyLayer()
                .whereLayer("application")
                .mayOnlyAccessLayers("domain")
                .whereLayer("rest")
                .mayOnlyAccessLayers("domain", "application")
                .whereLayer("persistence")
                .mayOnlyAccessLayers("domain", "application")
                .whereLayer("logistics")
                .mayOnlyAccessLayers("domain", "application")
                .whereLayer("catalog")
                .mayOnlyAccessLayers("domain", "application")
                .whereLayer("inspection")
                .mayOnlyAccessLayers("domain", "application")
                .whereLayer("bootstrap")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .because("an adapter can then be replaced without touching the core or another adapter");
    }

    private List<BoundaryRule> purity() {
        return List.of(
                new BoundaryRule(
                        "the_domain_is_deterministic",
                        noClasses()
                                .that()
                                .resideInAPackage(domain)
                                .should()
                                .callCodeUnitWhere(Predicates.readsAClock().or(Predicates.drawsAtRandom()))
                                .because("time, identity and randomness are arguments: the same question has the same"
                                        + " answer, in a test and in a replay")),
                new BoundaryRule(
                        "the_application_reads_no_clock_but_its_own",
                        noClasses()
                                .that()
                                .resideInAPackage(application)
                                .and()
                                .haveNameNotMatching(".*\\.Ordercore(Builder)?")
                                .should()
                                .callCodeUnitWhere(Predicates.readsAClock())
                                .because("a service holds a java.time.Clock and reads it once per use case; only"
                                        + " the builder names a default")),
                new BoundaryRule(
                        "the_domain_is_immutable",
                        fields().that()
                                .areDeclaredInClassesThat(
                                        resideInAnyPackage(domain).and(Predicates.visibleOutside()))
                                .should()
                                .beFinal()
                                .because("a change is a new value, so nobody changes what somebody else is looking at;"
                                        + " package-private types may collect within one method call")),
                new BoundaryRule(
                        "the_domain_has_no_setters",
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(domain)
                                .should()
                                .haveNameNotMatching("set[A-Z].*")
                                .because("a change has a name in the language of the business")),
                new BoundaryRule(
                        "aggregates_are_made_by_named_factories",
                        constructors()
                                .that()
                                .areDeclaredInClassesThat(resideInAnyPackage(domain)
                                        .and(not(Predicates.recordsAndEnums()))
                                        .and(not(assignableTo(Throwable.class))))
                                .should()
                                .notBePublic()
                                .because("a factory says which event in its life the aggregate is made for")),
                new BoundaryRule(
                        "only_money_touches_decimals",
                        noClasses()
                                .that()
                                .resideInAnyPackage(aboutAmountsBut("money"))
                                .should()
                                .dependOnClassesThat()
                                .areAssignableTo(BigDecimal.class)
                                .because("an amount without its currency and scale is how cents get lost")),
                new BoundaryRule(
                        "no_amount_is_a_floating_point_number",
                        fields().that()
                                .areDeclaredInClassesThat()
                                .resideInAnyPackage(aboutAmountsBut(""))
                                .should()
                                .notHaveRawType(Predicates.floatingPoint())
                                .because("0.1 + 0.2 is not 0.3; statistics live in other capabilities")));
    }

    private String[] aboutAmountsBut(String exempt) {
        return ABOUT_AMOUNTS.stream()
                .filter(capability -> !capability.equals(exempt))
                .map(capability -> domain.replace("..", "." + capability + ".."))
                .toArray(String[]::new);
    }

    private List<BoundaryRule> ports() {
        return List.of(
                new BoundaryRule(
                        "services_are_hidden_behind_their_port",
                        classes()
                                .that()
                                .resideInAPackage(application)
                                .and()
                                .haveSimpleNameEndingWith("Service")
                                .should()
                                .notBePublic()
                                .andShould(beFinal())
                                .because("an in-port is the promise, a service is today's way to keep it")),
                new BoundaryRule(
                        "adapters_enter_through_ports",
                        noClasses()
                                .that()
                                .resideInAPackage(adapters)
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(application).and(Predicates.simpleName(".*Service")))
                                .because("whoever knows a service can bypass what its port promises")),
                new BoundaryRule(
                        "decisions_are_handled_case_by_case",
                        classes()
                                .that()
                                .resideInAPackage(core)
                                .and()
                                .resideOutsideOfPackage(domain)
                                .should(new AskNoSealedTypeForItsClass(domain))
                                .because("decide(Cases) breaks every caller at compile time when an outcome is added;"
                                        + " instanceof forgets it silently")),
                new BoundaryRule(
                        "no_guava_in_a_public_signature",
                        classes()
                                .that()
                                .resideInAnyPackage(domain, application)
                                .should(new ShowNoTypeOf("com.google.common"))
                                .because("an embedder's Guava must be free to differ from ours")),
                new BoundaryRule(
                        "public_classes_are_final",
                        classes()
                                .that()
                                .resideInAnyPackage(domain, application)
                                .and()
                                .arePublic()
                                .and(Predicates.extensibleByAccident())
                                .should()
                                .haveModifier(FINAL)
                                .because(
                                        "what was not made for extension cannot be changed once somebody extends it")));
    }

    private List<BoundaryRule> names() {
        return List.of(
                new BoundaryRule(
                        "every_package_is_introduced",
                        classes()
                                .that()
                                .resideInAPackage(core)
                                .should(new LiveInAnIntroducedPackage())
                                .because("package-info is the reading map, and @NullMarked makes null a type error")),
                new BoundaryRule(
                        "names_say_what_things_are",
                        noClasses()
                                .that()
                                .resideInAPackage(core)
                                .should()
                                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO)")
                                .because("such a name says how a class came about, not what it is for")),
                new BoundaryRule(
                        "what_is_called_exception_can_be_thrown",
                        classes()
                                .that()
                                .resideInAPackage(core)
                                .and()
                                .haveSimpleNameEndingWith("Exception")
                                .should()
                                .beAssignableTo(Throwable.class)
                                .because("a parcel's mishap is an incident")),
                new BoundaryRule(
                        "what_can_be_thrown_is_called_exception",
                        classes()
                                .that()
                                .resideInAPackage(core)
                                .and()
                                .areAssignableTo(Throwable.class)
                                .should()
                                .haveSimpleNameEndingWith("Exception")
                                .because(
                                        "the reader of a signature sees at once what is an outcome and what a failure")),
                new BoundaryRule(
                        "exceptions_are_specific",
                        noClasses()
                                .that()
                                .resideInAPackage(core)
                                .should(THROW_GENERIC_EXCEPTIONS)
                                .because("nobody can catch RuntimeException and know what to do")),
                new BoundaryRule(
                        "nothing_prints_but_the_command_line",
                        noClasses()
                                .that()
                                .resideInAPackage(core)
                                .and()
                                .resideOutsideOfPackage(bootstrap)
                                .should(ACCESS_STANDARD_STREAMS)
                                .because("an embedder owns standard output")));
    }
}
