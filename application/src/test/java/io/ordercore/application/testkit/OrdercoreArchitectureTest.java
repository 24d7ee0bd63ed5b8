package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule can fail: for each there is a class that breaks it, in {@code badfixture}, {@code badshop}, {@code badcarrier}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrdercoreArchitectureTest {
    private static final JavaClasses BAD =
            new ClassFileImporter().importPackages("badfixture", "badshop", "badcarrier");
    private static final List<BoundaryRule> CORE =
            OrdercoreArchitecture.ofTheCore("badfixture").rules();
    private static final List<BoundaryRule> SHOP = OrdercoreArchitecture.embeddedIn(
                    "badfixture", "badshop", List.of("badshop.config"))
            .rules();
    private static final List<BoundaryRule> CARRIER =
            OrdercoreArchitecture.carrierAdapter("badfixture", "badcarrier").rules();

    @ParameterizedTest
    @CsvSource({
        "dependencies_point_inwards, domain.order.KnowsItsStore",
        "dependencies_point_inwards, extras.InNoLayer",
        "capabilities_know_only_those_on_the_context_map, domain.party.KnowsOrders",
        "capabilities_know_only_those_on_the_context_map, domain.gossip.Rumour",
        "use_cases_know_only_capabilities_on_the_context_map, application.stock.KnowsOrders",
        "the_domain_depends_on_plain_java, domain.order.ReadsAFile",
        "the_application_depends_on_the_domain_and_a_logger, application.order.OpensASocket",
        "jackson_and_jakarta_stay_in_the_adapters, domain.order.KnowsItsJson",
        "only_bootstrap_sees_the_server_framework, adapters.rest.KnowsTheServer",
        "the_domain_is_deterministic, domain.order.ReadsTheClock",
        "the_domain_is_deterministic, domain.order.DrawsLots",
        "the_application_reads_no_clock_but_its_own, application.order.ReadsTheWallClock",
        "the_domain_is_immutable, domain.order.ChangesItsMind",
        "the_domain_has_no_setters, domain.order.HasASetter",
        "aggregates_are_made_by_named_factories, domain.order.AnybodyMakesMe",
        "only_money_touches_decimals, domain.order.CountsInDecimals",
        "no_amount_is_a_floating_point_number, domain.order.CountsInDoubles",
        "services_are_hidden_behind_their_port, application.order.OpenService",
        "adapters_enter_through_ports, adapters.rest.CallsTheService",
        "decisions_are_handled_case_by_case, adapters.rest.AsksForTheClass",
        "no_guava_in_a_public_signature, domain.order.ShowsGuava",
        "public_classes_are_final, domain.order.OpenOrder",
        "every_package_is_introduced, domain.stock",
        "names_say_what_things_are, application.order.OrderHelper",
        "what_is_called_exception_can_be_thrown, domain.order.LateParcelException",
        "what_can_be_thrown_is_called_exception, domain.order.Mishap",
        "exceptions_are_specific, application.order.ThrowsAnything",
        "nothing_prints_but_the_command_line, adapters.logistics.TalksToItself",
    })
    void a_rule_of_the_core_finds_who_breaks_it(String rule, String culprit) {
        assertThat(complaint(CORE, rule)).contains("badfixture." + culprit);
    }

    @ParameterizedTest
    @CsvSource({
        "only_the_wiring_knows_adapters, KnowsTheShelf",
        "services_are_reached_through_their_port, CallsTheService",
        "in_ports_are_called_not_implemented, PlaysTheCore",
        "what_is_true_is_not_overridden, CheaperOrder",
    })
    void a_rule_for_embedders_finds_who_breaks_it(String rule, String culprit) {
        assertThat(complaint(SHOP, rule)).contains("badshop." + culprit).doesNotContain("badshop.config.Wiring");
    }

    @ParameterizedTest
    @CsvSource({
        "a_carrier_adapter_sees_only_its_port_and_the_domain, PlacesOrders",
        "a_carrier_adapter_prints_nothing, TalksToItself",
    })
    void a_rule_for_carrier_adapters_finds_who_breaks_it(String rule, String culprit) {
        assertThat(complaint(CARRIER, rule)).contains("badcarrier." + culprit);
    }

    @Test
    void no_rule_is_without_a_class_that_breaks_it() {
        assertThat(List.of(CORE, SHOP, CARRIER))
                .allSatisfy(rules -> assertThat(rules).allSatisfy(rule -> complaint(rules, rule.name())));
    }

    @Test
    void a_rule_has_one_name_and_a_reason() {
        Set<String> names = CORE.stream().map(BoundaryRule::name).collect(Collectors.toSet());
        assertThat(names).hasSameSizeAs(CORE);
        assertThat(List.of(CORE, SHOP, CARRIER))
                .allSatisfy(rules -> assertThat(rules)
                        .allSatisfy(
                                rule -> assertThat(rule.rule().getDescription()).contains(", because ")));
    }

    @Test
    void a_misspelt_package_is_an_error_not_a_success() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OrdercoreArchitecture.embeddedIn("com.shpo").tests())
                .withMessageContaining("com.shpo");
    }

    private static String complaint(List<BoundaryRule> rules, String name) {
        BoundaryRule rule = rules.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no rule " + name));
        StringBuilder message = new StringBuilder();
        assertThatExceptionOfType(AssertionError.class)
                .as(name)
                .isThrownBy(() -> rule.check(BAD))
                .satisfies(error -> message.append(error.getMessage()));
        return message.toString();
    }
}
