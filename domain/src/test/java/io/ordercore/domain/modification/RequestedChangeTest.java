package io.ordercore.domain.modification;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.li;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.party.DeliveryWindow;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestedChangeTest {
    @ParameterizedTest
    @CsvSource({
        "ADDRESS, , 0, ",
        "CONTACT, , 0, ",
        "DELIVERY_WINDOW, , 0, ",
        "NOTE, , 0, ",
        "VARIANT, , 1, cup",
        "VARIANT, 1, 1, ",
        "VARIANT, 1, -1, cup",
        "QUANTITY_UP, , 1, ",
        "QUANTITY_UP, 1, 0, ",
        "QUANTITY_UP, 1, 10000, ",
        "QUANTITY_DOWN, , 1, ",
        "QUANTITY_DOWN, 1, 0, ",
        "ADD_LINE, , 1, ",
        "ADD_LINE, , 0, cup",
        "DROP_LINE, , 0, ",
        "CANCEL, , -1, ",
    })
    void a_change_says_all_that_its_kind_needs(
            ChangeKind kind, @Nullable Integer line, int units, @Nullable String sku) {
        assertThatThrownBy(() -> new RequestedChange(
                        kind, line, units, sku == null ? null : new Sku(sku), null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> completeChanges() {
        return Stream.of(
                Arguments.of(RequestedChange.address(li().address()), ChangeKind.ADDRESS),
                Arguments.of(RequestedChange.contact("Li", li().phone()), ChangeKind.CONTACT),
                Arguments.of(
                        RequestedChange.deliverWithin(
                                new DeliveryWindow(TUESDAY_MORNING, TUESDAY_MORNING.plusSeconds(1))),
                        ChangeKind.DELIVERY_WINDOW),
                Arguments.of(RequestedChange.swap(1, 0, new Sku("cup")), ChangeKind.VARIANT),
                Arguments.of(RequestedChange.more(1, PurchaseLine.MOST_UNITS), ChangeKind.QUANTITY_UP),
                Arguments.of(RequestedChange.fewer(1, 1), ChangeKind.QUANTITY_DOWN),
                Arguments.of(RequestedChange.add(new Sku("cup"), 1), ChangeKind.ADD_LINE),
                Arguments.of(RequestedChange.drop(1), ChangeKind.DROP_LINE),
                Arguments.of(RequestedChange.cancel(), ChangeKind.CANCEL),
                Arguments.of(RequestedChange.note("x".repeat(500)), ChangeKind.NOTE));
    }

    @ParameterizedTest
    @MethodSource("completeChanges")
    void each_kind_has_its_factory(RequestedChange change, ChangeKind kind) {
        assertThat(change.kind()).isEqualTo(kind);
    }

    @Test
    void a_note_has_500_characters_at_most() {
        String long501 = "x".repeat(501);
        assertThatThrownBy(() -> RequestedChange.note(long501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_set_of_changes_is_known_by_its_number() {
        ChangeSetId id = new ChangeSetId(new UUID(1, 4));
        assertThat(ChangeSetId.parse(id.toString())).isEqualTo(id);
        assertThat(id).hasToString("00000000-0000-0001-0000-000000000004");
    }

    @Test
    void what_is_personal_is_never_printed() {
        assertThat(RequestedChange.address(li().address())).hasToString("RequestedChange[ADDRESS]");
        assertThat(RequestedChange.drop(2)).hasToString("RequestedChange[DROP_LINE of line 2]");
        assertThat(new Contact("Li Na", li().phone())).hasToString("Contact[…]");
    }
}
