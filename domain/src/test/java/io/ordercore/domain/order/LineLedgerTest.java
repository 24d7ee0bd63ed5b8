package io.ordercore.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LineLedgerTest {
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
}
