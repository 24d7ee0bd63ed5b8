package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockItem;
import io.ordercore.domain.stock.StockMove;
import io.ordercore.domain.stock.StockMove.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.stock.Stock} promises. */
public abstract class StockContract extends StoreContract {
    private static final Sku KETTLE = new Sku("kettle");
    private static final Sku BOWL = new Sku("bowl");

    @Test
    void what_was_counted_is_found_and_what_was_not_is_left_out() {
        store.stock().count(item(KETTLE, 5, 1));

        assertThat(store.stock().find(KETTLE)).contains(item(KETTLE, 5, 1));
        assertThat(store.stock().find(BOWL)).isEmpty();
        assertThat(store.stock().find(List.of(KETTLE, BOWL))).containsOnlyKeys(KETTLE);
    }

    @Test
    void moves_change_the_counts_but_not_the_version() {
        store.stock().count(item(KETTLE, 5, 1));
        store.stock().apply(List.of(move(Kind.RESERVE, KETTLE, 3), move(Kind.RELEASE, KETTLE, 1)));
        store.stock().apply(List.of(move(Kind.SHIP, KETTLE, 2), move(Kind.RESTOCK, KETTLE, 1)));

        assertThat(store.stock().find(KETTLE)).contains(item(KETTLE, 4, 1));
    }

    @Test
    void more_than_there_is_cannot_be_reserved_and_nothing_of_it_is() {
        store.stock().count(item(KETTLE, 5, 1));
        store.stock().count(item(BOWL, 5, 1));

        assertThatThrownBy(() -> store.stock()
                        .apply(List.of(
                                move(Kind.RESERVE, KETTLE, 3),
                                move(Kind.RESERVE, BOWL, 1),
                                move(Kind.RESERVE, KETTLE, 3))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store.stock().find(KETTLE)).contains(item(KETTLE, 5, 1));
        assertThat(store.stock().find(BOWL)).contains(item(BOWL, 5, 1));
    }

    @Test
    void more_than_was_promised_cannot_be_given_back() {
        store.stock().count(item(KETTLE, 5, 1));

        assertThatThrownBy(() -> store.stock().apply(List.of(move(Kind.RELEASE, KETTLE, 1))))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.stock().apply(List.of(move(Kind.RESERVE, BOWL, 1))))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_count_leaves_what_is_reserved() {
        store.stock().count(item(KETTLE, 5, 1));
        store.stock().apply(List.of(move(Kind.RESERVE, KETTLE, 2)));
        store.stock().count(item(KETTLE, 9, 2));

        assertThat(store.stock().find(KETTLE)).contains(new StockItem(KETTLE, TEA_HOUSE, 9, 2, 2));
    }

    @Test
    void a_stale_count_and_one_below_what_is_reserved_are_refused() {
        store.stock().count(item(KETTLE, 5, 1));
        store.stock().apply(List.of(move(Kind.RESERVE, KETTLE, 2)));

        assertThatThrownBy(() -> store.stock().count(item(KETTLE, 7, 1))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.stock().count(item(KETTLE, 7, 3))).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.stock().count(item(KETTLE, 1, 2))).isInstanceOf(StaleVersionException.class);
        assertThat(store.stock().find(KETTLE)).contains(new StockItem(KETTLE, TEA_HOUSE, 5, 2, 1));
    }

    private static StockItem item(Sku sku, long onHand, long version) {
        return new StockItem(sku, TEA_HOUSE, onHand, 0, version);
    }

    private static StockMove move(Kind kind, Sku sku, int units) {
        return new StockMove(kind, sku, units);
    }
}
