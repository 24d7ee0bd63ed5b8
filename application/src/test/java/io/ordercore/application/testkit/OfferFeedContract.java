package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.request;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.catalog.OfferChange;
import io.ordercore.application.catalog.OfferPlace;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.catalog.OfferFeed} promises. */
public abstract class OfferFeedContract extends StoreContract {
    private static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    @Test
    void changes_are_told_in_their_order_whatever_the_page() {
        Offer kettle = unreviewed("kettle", TEA_HOUSE, "99.00");
        store.offers().save(kettle);
        store.offers().save(kettle.at(yuan("89.00")));
        store.stock().count(new StockItem(kettle.sku(), TEA_HOUSE, 5, 0, 1));
        store.offers().save(kettle.at(yuan("89.00")).at(yuan("79.00")));

        List<OfferChange> all = store.offerFeed().after(OfferPlace.START, 100);
        assertThat(all).extracting(OfferChange::version).containsExactly(1L, 2L, 1L, 3L);
        assertThat(all)
                .extracting(OfferChange::price)
                .containsExactly(yuan("99.00"), yuan("89.00"), null, yuan("79.00"));
        assertThat(all).extracting(OfferChange::available).containsExactly(null, null, 5L, null);

        List<OfferChange> oneByOne = new ArrayList<>();
        OfferPlace place = OfferPlace.START;
        for (List<OfferChange> page = store.offerFeed().after(place, 1);
                !page.isEmpty();
                page = store.offerFeed().after(place, 1)) {
            oneByOne.addAll(page);
            place = OfferPlace.parse(page.get(0).place().toString());
        }
        assertThat(oneByOne).isEqualTo(all);
    }

    @Test
    void what_was_rolled_back_is_never_told() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.offers().save(unreviewed("kettle", TEA_HOUSE, "99.00"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        store.offers().save(unreviewed("bowl", TEA_HOUSE, "20.00"));
        assertThat(store.offerFeed().after(OfferPlace.START, 100))
                .extracting(change -> change.sku().value())
                .containsExactly("bowl");
    }

    @Test
    void from_the_end_on_only_what_is_new_is_told() {
        store.offers().save(unreviewed("kettle", TEA_HOUSE, "99.00"));
        OfferPlace end = store.offerFeed().end();
        assertThat(store.offerFeed().after(end, 100)).isEmpty();
        store.offers().save(unreviewed("bowl", TEA_HOUSE, "20.00"));
        assertThat(store.offerFeed().after(end, 100))
                .extracting(change -> change.sku().value())
                .containsExactly("bowl");
    }

    @Test
    void selling_out_is_told_and_selling_some_is_not() {
        Marketplace marketplace = new Marketplace(store).sells("kettle", "99.00", 3);
        OfferPlace before = store.offerFeed().end();
        marketplace.place(1, line("kettle", 1, "99.00"));
        assertThat(store.offerFeed().after(before, 100)).isEmpty();
        marketplace.admit(Marketplace.intake(2, request(line("kettle", 2, "99.00"))));
        assertThat(store.offerFeed().after(before, 100))
                .extracting(OfferChange::sku, OfferChange::available)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(new Sku("kettle"), 0L));
    }

    @Test
    void what_was_overtaken_can_be_forgotten_and_the_last_word_stays() {
        Offer kettle = unreviewed("kettle", TEA_HOUSE, "99.00");
        store.offers().save(kettle);
        store.offers().save(kettle.at(yuan("89.00")));
        assertThat(store.offerFeed().forgetOvertaken(Instant.EPOCH)).isZero();
        assertThat(store.offerFeed().forgetOvertaken(FAR_AHEAD)).isOne();
        assertThat(store.offerFeed().after(OfferPlace.START, 100))
                .extracting(OfferChange::price)
                .containsExactly(yuan("89.00"));
    }
}
