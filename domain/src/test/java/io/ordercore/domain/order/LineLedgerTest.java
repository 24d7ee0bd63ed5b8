package io.ordercore.domain.order;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineLedgerTest {
    /** Something of everything; two units each unallocated, in transit and kept, and all refunded that may be. */
    private static final Map<Quantity, Integer> FULL = Map.ofEntries(
            entry(Quantity.ORDERED, 23),
            entry(Quantity.CANCELLED, 1),
            entry(Quantity.RESERVED, 2),
            entry(Quantity.BACKORDERED, 4),
            entry(Quantity.RELEASED, 1),
            entry(Quantity.PACKED, 2),
            entry(Quantity.SHIPPED, 11),
            entry(Quantity.DELIVERED, 7),
            entry(Quantity.LOST, 1),
            entry(Quantity.RETURNED_TO_SENDER, 1),
            entry(Quantity.RETURN_REQUESTED, 2),
            entry(Quantity.RETURN_RECEIVED, 1),
            entry(Quantity.EXCHANGED, 1),
            entry(Quantity.WRITTEN_OFF, 1),
            entry(Quantity.REFUNDED, 4));

    @Test
    void units_move_between_buckets_and_never_vanish() {
        LineLedger ledger = LineLedger.reserved(5)
                .move(Quantity.RESERVED, Quantity.RELEASED, 3)
                .move(Quantity.RELEASED, Quantity.PACKED, 2)
                .move(Quantity.PACKED, Quantity.SHIPPED, 1);

        assertThat(ledger.asMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Quantity.ORDERED, 5,
                        Quantity.RESERVED, 2,
                        Quantity.RELEASED, 1,
                        Quantity.PACKED, 1,
                        Quantity.SHIPPED, 1));
        assertThat(ledger.cancellable()).isEqualTo(2);
        assertThat(ledger.inWarehouse()).isEqualTo(2);
        assertThat(ledger.inTransit()).isEqualTo(1);
        assertThat(ledger.outstanding()).isEqualTo(5);
        assertThat(ledger.unallocated()).isZero();
    }

    @Test
    void what_does_not_add_up_cannot_exist() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LineLedger.reserved(2).move(Quantity.RESERVED, Quantity.RELEASED, 3));
        assertThatIllegalStateException()
                .isThrownBy(() -> LineLedger.reserved(2).add(Quantity.CANCELLED, 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> LineLedger.of(
                        Map.of(Quantity.ORDERED, 2, Quantity.SHIPPED, 2, Quantity.DELIVERED, 2, Quantity.LOST, 1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> LineLedger.of(Map.of(
                        Quantity.ORDERED, 2, Quantity.SHIPPED, 2, Quantity.DELIVERED, 1, Quantity.RETURN_RECEIVED, 2)));
        assertThatIllegalStateException()
                .isThrownBy(() -> LineLedger.of(Map.of(Quantity.ORDERED, 2, Quantity.REFUNDED, 3)));
    }

    @Test
    void ledgers_with_the_same_counts_are_equal() {
        assertThat(LineLedger.of(LineLedger.reserved(4).asMap()))
                .isEqualTo(LineLedger.reserved(4))
                .hasSameHashCodeAs(LineLedger.reserved(4))
                .isNotEqualTo(LineLedger.reserved(5));
    }

    @Test
    void every_count_has_its_place_in_what_is_left_and_what_is_gone() {
        LineLedger ledger = LineLedger.of(FULL);

        assertThat(ledger.unallocated()).as("23 - 1 - 2 - 4 - 1 - 2 - 11").isEqualTo(2);
        assertThat(ledger.cancellable()).as("2 + 2 + 4").isEqualTo(8);
        assertThat(ledger.inWarehouse()).as("1 + 2").isEqualTo(3);
        assertThat(ledger.inTransit()).as("11 - 7 - 1 - 1").isEqualTo(2);
        assertThat(ledger.outstanding()).as("8 + 3 + 2").isEqualTo(13);
        assertThat(ledger.gone()).as("1 + 4 + 1").isEqualTo(6);
        assertThat(ledger.kept()).as("7 - 2 - 1 - 1 - 1").isEqualTo(2);
        assertThat(ledger.asMap()).isEqualTo(FULL);
        assertThat(ledger).hasToString(LineLedger.of(FULL).asMap().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERED, -3",
        "CANCELLED, 3",
        "RESERVED, 3",
        "BACKORDERED, 3",
        "RELEASED, 3",
        "PACKED, 3",
        "DELIVERED, 3",
        "LOST, 3",
        "RETURNED_TO_SENDER, 3",
        "RETURN_REQUESTED, 3",
        "RETURN_RECEIVED, 3",
        "EXCHANGED, 3",
        "WRITTEN_OFF, 3",
        "REFUNDED, 1",
        "RETURN_RECEIVED, -1",
        "RELEASED, -2",
    })
    void one_count_too_many_or_too_few_does_not_add_up(Quantity kind, int more) {
        LineLedger ledger = LineLedger.of(FULL);
        assertThatIllegalStateException().isThrownBy(() -> ledger.add(kind, more));
    }
}
