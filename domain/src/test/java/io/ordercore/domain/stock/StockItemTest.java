package io.ordercore.domain.stock;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockMove.Kind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockItemTest {
    private static final Sku KETTLE = new Sku("kettle");

    @ParameterizedTest
    @CsvSource({"RESERVE, 10, 7, 3", "RELEASE, 10, 1, 9", "SHIP, 7, 1, 6", "RESTOCK, 13, 4, 9"})
    void of_ten_with_four_reserved_three_move(Kind kind, long onHand, long reserved, long available) {
        StockItem after = new StockItem(KETTLE, TEA_HOUSE, 10, 4, 2).after(new StockMove(kind, KETTLE, 3));

        assertThat(after).isEqualTo(new StockItem(KETTLE, TEA_HOUSE, onHand, reserved, 2));
        assertThat(after.available()).isEqualTo(available);
    }

    @Test
    void all_of_it_may_be_reserved_and_not_one_more() {
        StockItem all = new StockItem(KETTLE, TEA_HOUSE, 4, 4, 1);
        assertThat(all.available()).isZero();
        StockMove one = new StockMove(Kind.RESERVE, KETTLE, 1);
        assertThatThrownBy(() -> all.after(one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_may_be_reserved_and_not_one_less() {
        StockItem none = new StockItem(KETTLE, TEA_HOUSE, 4, 0, 1);
        StockMove one = new StockMove(Kind.RELEASE, KETTLE, 1);
        assertThatThrownBy(() -> none.after(one)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_move_has_a_unit() {
        assertThat(new StockMove(Kind.SHIP, KETTLE, 1).quantity()).isEqualTo(1);
        assertThatThrownBy(() -> new StockMove(Kind.SHIP, KETTLE, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
