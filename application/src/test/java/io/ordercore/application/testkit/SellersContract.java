package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.Marketplace.intake;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.catalog.BrowseOffers;
import io.ordercore.application.catalog.CatalogUseCases;
import io.ordercore.application.catalog.ListingsBlockedException;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.catalog.listing.ReviewTerms;
import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.order.OrderIntake.Placed;
import io.ordercore.application.order.OrderIntake.Refused;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.SellingTerms;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.testkit.Fixtures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.catalog.Sellers} promises, and that intake and catalogue obey it. */
public abstract class SellersContract extends StoreContract {
    private static final MerchantId POTTERY = new MerchantId("pottery");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int CAP = 20;

    @Test
    void a_merchant_nobody_knows_sells_on_a_newcomers_terms() {
        assertThat(store.sellers().find(TEA_HOUSE)).isEqualTo(SellingTerms.newcomer(TEA_HOUSE));
        assertThat(store.sellers().ordersLeft(TEA_HOUSE, TUESDAY_MORNING)).isEmpty();

        SellingTerms capped = new SellingTerms(TEA_HOUSE, 300, 7, false, false);
        store.sellers().save(new SellingTerms(TEA_HOUSE, 1_000, null, true, true));
        store.sellers().save(capped);
        assertThat(store.sellers().find(TEA_HOUSE)).isEqualTo(capped);
        assertThat(store.sellers().ordersLeft(TEA_HOUSE, TUESDAY_MORNING)).hasValue(7);
    }

    @Test
    void however_many_buyers_race_no_more_orders_than_the_cap_are_placed() {
        for (int i = 0; i < 8; i++) {
            marketplace.sells("kettle-" + i, "99.00", 1_000);
        }
        capped(CAP);
        List<CompletableFuture<Admission>> racing = new ArrayList<>();
        for (int n = 1; n <= 200; n++) {
            Intake intake = intake(n, request(line("kettle-" + n % 8, 1, "99.00")));
            racing.add(CompletableFuture.supplyAsync(() -> intake)
                    .thenCompose(it -> store.intake().admit(it).toCompletableFuture()));
        }

        List<Admission> admissions = racing.stream()
                .map(it -> it.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();

        assertThat(admissions).filteredOn(Placed.class::isInstance).hasSize(CAP);
        assertThat(admissions)
                .filteredOn(it -> !(it instanceof Placed))
                .allMatch(it -> reason(it) == LineRefusal.Reason.MERCHANT_AT_LIMIT);
        assertThat(store.sellers().ordersLeft(TEA_HOUSE, TUESDAY_MORNING)).hasValue(0);
    }

    @Test
    void an_order_counts_for_24_hours_and_only_for_its_own_merchant() {
        marketplace.sells("kettle", "99.00", 10).sells("bowl", POTTERY, "20.00", 10);
        capped(1);

        assertThat(admitted(1, TUESDAY_MORNING, "kettle", "99.00")).isTrue();
        assertThat(admitted(2, TUESDAY_MORNING.plusSeconds(60), "kettle", "99.00"))
                .isFalse();
        assertThat(admitted(3, TUESDAY_MORNING.plusSeconds(60), "bowl", "20.00"))
                .isTrue();
        assertThat(admitted(4, TUESDAY_MORNING.plus(Duration.ofHours(25)), "kettle", "99.00"))
                .isTrue();
    }

    @Test
    void no_cap_takes_everything_and_a_cap_of_zero_nothing() {
        marketplace.sells("kettle", "99.00", 10);
        capped(0);
        assertThat(admitted(1, TUESDAY_MORNING, "kettle", "99.00")).isFalse();
        store.sellers().save(new SellingTerms(TEA_HOUSE, 1_000, null, true, true));
        assertThat(admitted(2, TUESDAY_MORNING, "kettle", "99.00")).isTrue();
    }

    @Test
    void who_has_more_exposure_is_among_the_first_more_often_and_who_has_none_is_not_shown() {
        for (int i = 0; i < 150; i++) {
            marketplace.sells("tea-" + i, TEA_HOUSE, "9.00", 1);
            marketplace.sells("bowl-" + i, POTTERY, "9.00", 1);
        }
        marketplace.sells("ghost", new MerchantId("frozen"), "9.00", 1);
        store.sellers().save(new SellingTerms(TEA_HOUSE, 1_300, null, true, true));
        store.sellers().save(new SellingTerms(POTTERY, 300, null, true, true));
        store.sellers().save(new SellingTerms(new MerchantId("frozen"), 0, 0, false, true));

        List<Offer> all = store.offers().byExposure(DAY, null, false, null, 1_000);

        assertThat(all).hasSize(300).noneMatch(offer -> offer.sku().value().equals("ghost"));
        Map<MerchantId, Long> first =
                all.stream().limit(100).collect(Collectors.groupingBy(Offer::merchant, Collectors.counting()));
        assertThat(first.get(TEA_HOUSE)).isBetween(70L, 95L);
        assertThat(store.offers().byExposure(DAY.plusDays(1), null, false, null, 1_000))
                .hasSameSizeAs(all)
                .isNotEqualTo(all);
        assertThat(store.offers().byExposure(DAY, POTTERY, false, null, 2))
                .allMatch(offer -> offer.merchant().equals(POTTERY));
    }

    @Test
    void a_campaign_shows_only_merchants_whose_credit_admits_them() {
        marketplace.sells("tea", TEA_HOUSE, "9.00", 1);
        marketplace.sells("bowl", POTTERY, "9.00", 1);
        store.sellers().save(new SellingTerms(TEA_HOUSE, 700, null, true, false));
        assertThat(catalog().browseOffers().browse(null, true, null, 10).offers())
                .extracting(Offer::merchant)
                .containsExactly(POTTERY);
        assertThat(catalog().browseOffers().browse(null, false, null, 10).offers())
                .hasSize(2);
    }

    @Test
    void pages_by_exposure_join_without_gap_or_repetition() {
        for (int i = 0; i < 25; i++) {
            marketplace.sells("tea-" + i, i % 2 == 0 ? TEA_HOUSE : POTTERY, "9.00", 1);
        }
        BrowseOffers browse = catalog().browseOffers();
        List<Sku> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            BrowseOffers.Window window = browse.browse(null, false, after, 10);
            window.offers().forEach(offer -> seen.add(offer.sku()));
            after = window.next();
        } while (after != null);
        assertThat(seen)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(store.offers().byExposure(DAY, null, false, null, 100).stream()
                        .map(Offer::sku)
                        .toList());
        assertThatThrownBy(() -> browse.browse(null, false, "tea-1", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_may_list_nothing_new_may_still_change_what_is_on_sale() {
        marketplace.sells("kettle", "99.00", 10);
        store.sellers().save(new SellingTerms(TEA_HOUSE, 300, null, false, true));
        ManageOffers offers = catalog().manageOffers();
        assertThatThrownBy(() -> offers.put(offer("cup"))).isInstanceOf(ListingsBlockedException.class);
        assertThat(offers.put(new ManageOffers.Command(
                                new Sku("kettle"), TEA_HOUSE, null, null, Fixtures.yuan("98.00"), null))
                        .offer()
                        .version())
                .isEqualTo(2);
    }

    private CatalogUseCases catalog() {
        Clock clock = Clock.fixed(DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        return new CatalogUseCases(
                store.transactions(),
                store.offers(),
                store.stock(),
                store.sellers(),
                store.catalog(),
                store.offerFeed(),
                ReviewTerms.STANDARD,
                clock);
    }

    private static ManageOffers.Command offer(String sku) {
        Money price = Fixtures.yuan("98.00");
        return new ManageOffers.Command(new Sku(sku), TEA_HOUSE, "something", Map.of(), price, null);
    }

    private void capped(int cap) {
        store.sellers().save(new SellingTerms(TEA_HOUSE, 1_000, cap, true, true));
    }

    private boolean admitted(long n, Instant now, String sku, String price) {
        Intake usual = intake(n, request(line(sku, 1, price)));
        Intake then = new Intake(
                usual.id(),
                usual.request(),
                usual.key(),
                usual.fingerprint(),
                usual.actor(),
                now,
                now.plusSeconds(1_800));
        return marketplace.admit(then) instanceof Placed;
    }

    private static LineRefusal.@Nullable Reason reason(Admission admission) {
        return admission instanceof Refused refused ? refused.lines().get(0).reason() : null;
    }
}
