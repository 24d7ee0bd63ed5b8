package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.catalog.Offers} promises. */
public abstract class OffersContract extends StoreContract {
    private static final MerchantId POTTERY = new MerchantId("pottery");

    @Test
    void what_was_saved_is_found_again_in_full() {
        Offer first = unreviewed("kettle", TEA_HOUSE, "99.00");
        Offer second = next(first, "89.50");
        store.offers().save(first);
        store.offers().save(second);

        assertThat(store.offers().find(new Sku("kettle"))).contains(second);
        assertThat(store.offers().find(new Sku("bowl"))).isEmpty();
    }

    @Test
    void a_stale_save_is_refused() {
        Offer first = unreviewed("kettle", TEA_HOUSE, "99.00");
        store.offers().save(first);

        assertThatThrownBy(() -> store.offers().save(first)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.offers().save(next(next(first, "89.00"), "79.00")))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.offers().save(next(unreviewed("bowl", TEA_HOUSE, "9.00"), "8.00")))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store.offers().find(new Sku("kettle"))).contains(first);
    }

    @Test
    void lists_are_by_sku_and_go_on_after_the_last() {
        store.offers().save(unreviewed("kettle", TEA_HOUSE, "99.00"));
        store.offers().save(unreviewed("bowl", POTTERY, "20.00"));
        store.offers().save(unreviewed("Cup", TEA_HOUSE, "30.00"));

        assertThat(store.offers().list(null, null, 9))
                .extracting(it -> it.sku().value())
                .containsExactly("Cup", "bowl", "kettle");
        assertThat(store.offers().list(null, new Sku("Cup"), 1))
                .extracting(it -> it.sku().value())
                .containsExactly("bowl");
        assertThat(store.offers().list(TEA_HOUSE, null, 9))
                .extracting(it -> it.sku().value())
                .containsExactly("Cup", "kettle");
        assertThat(store.offers().list(TEA_HOUSE, new Sku("kettle"), 9)).isEmpty();
    }

    private static Offer next(Offer offer, String price) {
        return new Offer(
                offer.sku(),
                offer.merchant(),
                "Another title",
                Map.of("colour", "red", "size", "1,5 l \"large\""),
                yuan(price),
                offer.orderable(),
                offer.version() + 1);
    }
}
