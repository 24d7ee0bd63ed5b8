package io.ordercore.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.party.Role;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AccessTableTest {
    private static Stream<Method> operations() {
        return OrdercoreRest.resources().stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(it -> it.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        List<String> ids = operations().map(AccessFilter::operationOf).toList();

        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(AccessTable.operations());
    }

    @Test
    void what_is_not_in_the_table_is_denied_to_everybody() {
        assertThat(AccessTable.of("")).isEmpty();
        assertThat(AccessTable.of("deleteEverything")).isEmpty();
    }

    @Test
    void a_buyer_and_a_merchant_touch_only_their_own_except_for_offers() {
        AccessTable.operations().stream()
                .filter(operation -> !List.of("listOffers", "getOffer", "listOfferChanges", "streamOffers")
                        .contains(operation))
                .forEach(operation -> {
                    assertThat(AccessTable.of(operation).getOrDefault(Role.BUYER, ObjectRule.OWN))
                            .as(operation)
                            .isEqualTo(ObjectRule.OWN);
                    assertThat(AccessTable.of(operation).getOrDefault(Role.MERCHANT, ObjectRule.OWN))
                            .as(operation)
                            .isEqualTo(ObjectRule.OWN);
                });
    }

    @Test
    void an_operator_does_everything_but_what_is_others_to_say() {
        assertThat(AccessTable.operations())
                .filteredOn(operation -> !AccessTable.of(operation).containsKey(Role.OPERATOR))
                .containsExactlyInAnyOrder(
                        "placePurchase", "pushFromCarrier", "hearPaymentProvider", "openAppeal", "rateOrder");
    }
}
