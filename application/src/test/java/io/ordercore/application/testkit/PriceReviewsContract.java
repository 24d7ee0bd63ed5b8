package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.offer;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.catalog.OfferChange;
import io.ordercore.application.catalog.OfferPlace;
import io.ordercore.application.catalog.ReviewPrices;
import io.ordercore.application.catalog.UpdateOffers;
import io.ordercore.application.catalog.UpdateOffers.Accepted;
import io.ordercore.application.catalog.UpdateOffers.PriceLine;
import io.ordercore.application.catalog.UpdateOffers.Refusal;
import io.ordercore.application.catalog.UpdateOffers.Refused;
import io.ordercore.application.catalog.UpdateOffers.StockLine;
import io.ordercore.application.catalog.UpdateOffers.Waits;
import io.ordercore.application.catalog.listing.WatchReviews.Overdue;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.catalog.listing.ReviewReason;
import io.ordercore.domain.catalog.listing.Ruling;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.party.MerchantId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.catalog.PriceReviews} promises, and the prices that pass through it. */
public abstract class PriceReviewsContract extends StoreContract {
    private static final Sku KETTLE = new Sku("kettle");
    private static final Sku BOWL = new Sku("bowl");
    private static final MerchantId POTTERY = new MerchantId("pottery");
    private static final Ruling DOUBTFUL = new Ruling(Set.of(ReviewReason.DOUBTFUL_PRICE), "check the decimal point");

    private final MovableClock clock = new MovableClock(TUESDAY_MORNING);
    private final List<Overdue> overdue = new ArrayList<>();
    private Ordercore core;

    @BeforeEach
    void goods_on_sale() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .clock(clock)
                .tellOfOverdueReviews(overdue::add)
                .build();
        Marketplace.list(store, offer("kettle", TEA_HOUSE, "99.00"));
        Marketplace.list(store, offer("bowl", POTTERY, "20.00"));
    }

    @Test
    void an_ordinary_price_counts_at_once_and_one_that_jumps_waits_while_the_old_one_stays() {
        assertThat(put("297.00")).isInstanceOf(ManageOffers.Stored.class);
        assertThat(put("30.00")).isInstanceOf(ManageOffers.PriceWaits.class);

        assertThat(price(KETTLE)).isEqualTo(yuan("297.00"));
        PriceReview review = store.catalog().priceReviews().find(KETTLE).orElseThrow();
        assertThat(review.before()).isEqualTo(yuan("297.00"));
        assertThat(review.asked()).isEqualTo(yuan("30.00"));
        assertThat(review.jump().textFor(review.asked())).isEqualTo("x9.9");
        assertThat(review.jump().limitText()).isEqualTo("3");
        assertThat(review.due()).isAfter(TUESDAY_MORNING);
        assertThat(core.catalog().reviewPrices().waiting(TEA_HOUSE, 5)).containsExactly(review);
        assertThat(core.catalog().reviewPrices().waiting(POTTERY, 5)).isEmpty();
        assertThat(store.offers().find(KETTLE).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void what_is_said_of_goods_on_sale_is_not_changed_past_the_review() {
        ManageOffers offers = core.catalog().manageOffers();
        assertThat(offers.put(new ManageOffers.Command(KETTLE, TEA_HOUSE, "最佳水壶", null, yuan("98.00"), null)))
                .isInstanceOf(ManageOffers.WordsNeedReview.class);
        assertThat(offers.put(new ManageOffers.Command(
                        KETTLE, TEA_HOUSE, null, Map.of("colour", "gold"), yuan("98.00"), null)))
                .isInstanceOf(ManageOffers.WordsNeedReview.class);
        assertThat(store.offers().find(KETTLE)).contains(offer("kettle", TEA_HOUSE, "99.00"));
        store.offers().save(unreviewed("cup", TEA_HOUSE, "5.00"));
        assertThat(offers.put(new ManageOffers.Command(new Sku("cup"), TEA_HOUSE, "A draft", null, yuan("5.00"), null)))
                .isInstanceOf(ManageOffers.Stored.class);
    }

    @Test
    void an_approved_price_counts_at_once_and_is_told() {
        put("999.00");
        OfferPlace end = store.offerFeed().end();
        assertThat(core.catalog().reviewPrices().approve(KETTLE, "rita", 1L)).isInstanceOf(ReviewPrices.Decided.class);

        assertThat(price(KETTLE)).isEqualTo(yuan("999.00"));
        assertThat(store.offerFeed().after(end, 9))
                .extracting(OfferChange::price)
                .containsExactly(yuan("999.00"));
        assertThat(status(KETTLE)).isEqualTo(PriceReview.Status.APPROVED);
        assertThat(core.catalog().reviewPrices().approve(KETTLE, "rita", null))
                .isEqualTo(new ReviewPrices.Refused(ReviewPrices.Refusal.NO_PRICE_WAITS));
    }

    @Test
    void a_rejected_price_leaves_the_old_one_and_may_be_asked_for_again() {
        put("999.00");
        core.catalog().reviewPrices().reject(KETTLE, "rita", DOUBTFUL, null);
        assertThat(price(KETTLE)).isEqualTo(yuan("99.00"));
        PriceReview rejected = store.catalog().priceReviews().find(KETTLE).orElseThrow();
        assertThat(rejected.status()).isEqualTo(PriceReview.Status.REJECTED);
        assertThat(rejected.ruling()).isEqualTo(DOUBTFUL);

        put("999.00");
        assertThat(status(KETTLE)).isEqualTo(PriceReview.Status.WAITING);
    }

    @Test
    void nobody_reviews_a_price_of_their_own_and_everybody_the_one_they_saw() {
        put("999.00");
        ReviewPrices desk = core.catalog().reviewPrices();
        assertThat(desk.approve(KETTLE, TEA_HOUSE.value(), null))
                .isEqualTo(new ReviewPrices.Refused(ReviewPrices.Refusal.OWN_GOODS));
        put("888.00");
        assertThatThrownBy(() -> desk.approve(KETTLE, "rita", 1L)).isInstanceOf(StaleVersionException.class);
        assertThat(price(KETTLE)).isEqualTo(yuan("99.00"));
    }

    @Test
    void a_later_ordinary_price_takes_the_place_of_one_that_waits() {
        put("999.00");
        put("109.00");
        assertThat(price(KETTLE)).isEqualTo(yuan("109.00"));
        assertThat(status(KETTLE)).isEqualTo(PriceReview.Status.SUPERSEDED);
        assertThat(core.catalog().reviewPrices().waiting(null, 5)).isEmpty();
    }

    @Test
    void whoever_asks_again_keeps_its_place_in_the_queue() {
        put("999.00");
        PriceReview first = store.catalog().priceReviews().find(KETTLE).orElseThrow();
        clock.forward(Duration.ofHours(1));
        put("999.00");
        assertThat(store.catalog().priceReviews().find(KETTLE)).contains(first);
    }

    @Test
    void every_line_of_many_has_an_outcome_of_its_own() {
        List<UpdateOffers.LineOutcome> outcomes = core.catalog()
                .updateOffers()
                .prices(
                        TEA_HOUSE,
                        List.of(
                                line("kettle", "89.00"),
                                line("bowl", "19.00"),
                                line("nothing", "1.00"),
                                line("kettle", "88.00")));
        assertThat(outcomes)
                .containsExactly(
                        new Accepted(2),
                        new Refused(Refusal.SKU_NOT_FOUND),
                        new Refused(Refusal.SKU_NOT_FOUND),
                        new Refused(Refusal.SKU_REPEATED));
        assertThat(core.catalog().updateOffers().prices(null, List.of(line("bowl", "19.00"), line("kettle", "1.00"))))
                .satisfiesExactly(
                        bowl -> assertThat(bowl).isEqualTo(new Accepted(2)),
                        kettle -> assertThat(kettle).isInstanceOf(Waits.class));
        assertThat(price(KETTLE)).isEqualTo(yuan("89.00"));
        assertThat(price(BOWL)).isEqualTo(yuan("19.00"));
    }

    @Test
    void stock_is_counted_line_by_line_too() {
        new Marketplace(store)
                .sells("cup", "5.00", 3)
                .place(1, io.ordercore.domain.testkit.Fixtures.line("cup", 2, "5.00"));
        UpdateOffers update = core.catalog().updateOffers();
        assertThat(update.stock(
                        TEA_HOUSE,
                        List.of(
                                new StockLine(KETTLE, 7),
                                new StockLine(BOWL, 7),
                                new StockLine(new Sku("cup"), 1),
                                new StockLine(new Sku("nothing"), 7))))
                .containsExactly(
                        new Accepted(1),
                        new Refused(Refusal.SKU_NOT_FOUND),
                        new Refused(Refusal.FEWER_THAN_PROMISED),
                        new Refused(Refusal.SKU_NOT_FOUND));
        assertThat(update.stock(TEA_HOUSE, List.of(new StockLine(KETTLE, 8), new StockLine(new Sku("cup"), 9))))
                .containsExactly(new Accepted(2), new Accepted(2));
        assertThat(store.stock().find(new Sku("cup")).orElseThrow().available()).isEqualTo(7);
    }

    @Test
    void more_lines_than_fit_one_transaction_are_all_taken() {
        List<PriceLine> lines = IntStream.range(0, 1_201)
                .mapToObj(i -> line("sku-" + i, "5.00"))
                .toList();
        store.offers()
                .save(lines.stream()
                        .map(line -> unreviewed(line.sku().value(), TEA_HOUSE, "6.00"))
                        .toList());
        assertThat(core.catalog().updateOffers().prices(TEA_HOUSE, lines))
                .hasSize(1_201)
                .containsOnly(new Accepted(2));
    }

    @Test
    void what_waits_too_long_is_told_once_to_its_merchant_and_to_whoever_listens() {
        put("999.00");
        assertThat(core.watchReviews().watch(5)).isEmpty();
        clock.forward(Duration.ofDays(1));
        assertThat(core.watchReviews().backlog().overdue()).isOne();
        assertThat(core.watchReviews().watch(5))
                .extracting(Overdue::kind, Overdue::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Overdue.Kind.PRICE, "kettle"));
        assertThat(core.watchReviews().watch(5)).isEmpty();
        assertThat(overdue).hasSize(1);
        assertThat(core.readNotices().inbox(Notice.Recipient.merchant(TEA_HOUSE.value()), null, 5))
                .extracting(Notice::code)
                .containsExactly("price-review-overdue");
    }

    private ManageOffers.Outcome put(String price) {
        return core.catalog()
                .manageOffers()
                .put(new ManageOffers.Command(KETTLE, TEA_HOUSE, null, null, yuan(price), null));
    }

    private Money price(Sku sku) {
        return store.offers().find(sku).orElseThrow().price();
    }

    private PriceReview.Status status(Sku sku) {
        return store.catalog().priceReviews().find(sku).orElseThrow().status();
    }

    private static PriceLine line(String sku, String price) {
        return new PriceLine(new Sku(sku), yuan(price));
    }
}
