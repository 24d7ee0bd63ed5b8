package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.CatalogUseCases;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.catalog.listing.DecideReviews;
import io.ordercore.application.catalog.listing.ImportListings;
import io.ordercore.application.catalog.listing.ListingUseCases;
import io.ordercore.application.catalog.listing.LiveListings;
import io.ordercore.application.catalog.listing.PictureProbe;
import io.ordercore.application.catalog.listing.ReviewQueue;
import io.ordercore.application.catalog.listing.ReviewTerms;
import io.ordercore.application.catalog.listing.WatchReviews;
import io.ordercore.application.order.HoldUnshipped;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureFacts;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.ListingRefusal;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.MerchantId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.catalog.listing.ListingStore} promises. */
public abstract class ListingsContract extends StoreContract {
    private static final ListingId KETTLE = new ListingId("kettle");
    private static final MerchantId POTTERY = new MerchantId("pottery");
    private static final Instant NOW = TUESDAY_MORNING;

    @Test
    void what_was_saved_is_found_again_in_full() {
        publish("搪瓷水壶 1.5 升", "99.00");
        Listing live = listings().findListings().find(KETTLE);
        listings().writeListings().revise(KETTLE, TEA_HOUSE, content("另一个水壶", "89.00"), live.version());

        Listing stored = listings().findListings().find(KETTLE, TEA_HOUSE);
        assertThat(stored.live()).isEqualTo(live.live());
        assertThat(stored.isOnSale()).isTrue();
        assertThat(stored.open()).isNotNull();
        assertThat(stored.version()).isEqualTo(live.version() + 1);
        assertThat(store.catalog().listings().list(TEA_HOUSE, null, 5)).containsExactly(stored);
        assertThat(store.catalog().listings().list(TEA_HOUSE, KETTLE, 5)).isEmpty();
        assertThat(store.catalog().listings().list(POTTERY, null, 5)).isEmpty();
    }

    @Test
    void a_stale_save_is_refused() {
        listings().writeListings().draft(KETTLE, TEA_HOUSE, content("水壶", "99.00"));
        Listing draft = listings().findListings().find(KETTLE);
        assertThatThrownBy(() -> store.catalog().listings().save(List.of(draft)))
                .isInstanceOf(StaleVersionException.class);
        Listing tooNew = new Listing(draft.id(), draft.merchant(), null, draft.open(), 3);
        assertThatThrownBy(() -> store.catalog().listings().save(List.of(tooNew)))
                .isInstanceOf(StaleVersionException.class);
        Listing nowhere = new Listing(new ListingId("bowl"), draft.merchant(), null, draft.open(), 2);
        assertThatThrownBy(() -> store.catalog().listings().save(List.of(nowhere)))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store.catalog().listings().find(new ListingId("bowl"))).isEmpty();
    }

    @Test
    void an_id_names_one_listing_whoever_asks_for_it_next() {
        listings().writeListings().draft(KETTLE, TEA_HOUSE, content("水壶", "99.00"));
        for (MerchantId merchant : List.of(TEA_HOUSE, POTTERY)) {
            assertThat(listings().writeListings().draft(KETTLE, merchant, content("别的水壶", "9.00")))
                    .isEqualTo(new ListingDecision.Refused(ListingRefusal.ID_TAKEN));
        }
        assertThat(listings().findListings().find(KETTLE).version()).isEqualTo(1);
    }

    @Test
    void a_published_listing_can_be_ordered_and_a_suspended_one_cannot() {
        publish("搪瓷水壶 1.5 升", "99.00");
        assertThat(orderable("kettle-1")).isTrue();
        listings().suspendListings().suspend(KETTLE);
        assertThat(orderable("kettle-1")).isFalse();
        listings().suspendListings().reinstate(KETTLE);
        assertThat(orderable("kettle-1")).isTrue();
    }

    @Test
    void what_is_not_shipped_is_held_while_its_listing_is_suspended() {
        Ordercore core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();
        Order order = new Marketplace(store).sells("bowl", "20.00", 5).place(1, line("bowl", 1, "20.00"));
        core.listings().suspendListings().suspend(new ListingId("bowl"));
        assertThat(store.orders().find(order.id()).orElseThrow().holds())
                .extracting(Hold::type, Hold::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Hold.Type.QUALITY, HoldUnshipped.REASON));
        core.listings().suspendListings().reinstate(new ListingId("bowl"));
        assertThat(store.orders().find(order.id()).orElseThrow().holds()).isEmpty();
    }

    @Test
    void nothing_unreviewed_can_be_ordered_whoever_writes_the_offer() {
        listings().writeListings().draft(KETTLE, TEA_HOUSE, content("水壶", "99.00"));
        Offer offer = new CatalogUseCases(
                        store.transactions(),
                        store.offers(),
                        store.stock(),
                        store.sellers(),
                        store.catalog(),
                        store.offerFeed(),
                        ReviewTerms.STANDARD,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .manageOffers()
                .put(new ManageOffers.Command(new Sku("kettle-1"), TEA_HOUSE, "水壶", Map.of(), yuan("9.00"), null))
                .offer();
        assertThat(offer.orderable()).isFalse();
        assertThat(orderable("kettle-1")).isFalse();
    }

    @Test
    void a_revision_takes_over_when_it_is_approved() {
        publish("搪瓷水壶 1.5 升", "99.00");
        listings().writeListings().revise(KETTLE, TEA_HOUSE, content("最佳水壶", "89.00"), null);
        listings().writeListings().submit(KETTLE, TEA_HOUSE, null);
        assertThat(store.offers().find(new Sku("kettle-1")).orElseThrow().price())
                .isEqualTo(yuan("99.00"));

        listings().writeListings().revise(KETTLE, TEA_HOUSE, content("好水壶 1.5 升", "89.00"), null);
        listings().writeListings().submit(KETTLE, TEA_HOUSE, null);
        Listing replaced = listings().findListings().find(KETTLE);
        assertThat(replaced.open()).isNull();
        assertThat(store.offers().find(new Sku("kettle-1")).orElseThrow().price())
                .isEqualTo(yuan("89.00"));
    }

    @Test
    void a_task_is_claimed_by_one_reviewer_until_the_claim_lapses() {
        waitForReview();
        DecideReviews desk = listings().decideReviews();
        assertThat(desk.claim(null, TEA_HOUSE.value())).isEmpty();
        assertThat(desk.claim(null, "rita")).isPresent();
        assertThat(desk.claim(KETTLE, "rolf")).isEmpty();
        assertThat(desk.claim(null, "rolf")).isEmpty();

        ReviewQueue queue = store.catalog().reviewQueue();
        Instant later = NOW.plus(ReviewTerms.STANDARD.claimFor());
        assertThat(queue.claim(KETTLE, "rolf", later, later.plusSeconds(60))).isPresent();
        queue.release(KETTLE, "rolf");
        assertThat(queue.find(KETTLE).orElseThrow().claimedBy()).isNull();
    }

    @Test
    void only_who_holds_the_claim_decides() {
        waitForReview();
        DecideReviews desk = listings().decideReviews();
        desk.approve(KETTLE, "rita");
        assertThat(orderable("kettle-1")).isFalse();
        desk.claim(KETTLE, "rita");
        desk.approve(KETTLE, "rita");
        assertThat(orderable("kettle-1")).isTrue();
        assertThat(store.catalog().reviewQueue().size()).isZero();
    }

    @Test
    void two_reviewers_agree_where_the_category_demands_it() {
        listings().manageRules().add("version | strict-1\nlanguage | zh\nsecond-reviewer | 家居");
        listings().manageRules().choose("strict-1");
        waitForReview();
        DecideReviews desk = listings().decideReviews();
        desk.claim(KETTLE, "rita");
        desk.approve(KETTLE, "rita");
        assertThat(orderable("kettle-1")).isFalse();
        assertThat(store.catalog().reviewQueue().find(KETTLE).orElseThrow().claimedBy())
                .isNull();
        desk.claim(KETTLE, "rita");
        desk.approve(KETTLE, "rita");
        assertThat(orderable("kettle-1")).isFalse();
        desk.release(KETTLE, "rita");
        desk.claim(KETTLE, "rolf");
        desk.approve(KETTLE, "rolf");
        assertThat(orderable("kettle-1")).isTrue();
    }

    @Test
    void a_claim_that_lapsed_decides_nothing() {
        waitForReview();
        listings().decideReviews().claim(KETTLE, "rita");
        ListingUseCases later = listings(NOW.plus(ReviewTerms.STANDARD.claimFor()));
        later.decideReviews().approve(KETTLE, "rita");
        assertThat(orderable("kettle-1")).isFalse();
    }

    @Test
    void a_revision_with_a_price_that_jumps_goes_to_a_reviewer() {
        publish("搪瓷水壶 1.5 升", "99.00");
        listings().writeListings().revise(KETTLE, TEA_HOUSE, content("搪瓷水壶 1.5 升", "999.00"), null);
        listings().writeListings().submit(KETTLE, TEA_HOUSE, null);
        assertThat(store.offers().find(new Sku("kettle-1")).orElseThrow().price())
                .isEqualTo(yuan("99.00"));
        assertThat(listings().findListings().find(KETTLE).isUnderReview()).isTrue();
        listings().decideReviews().claim(KETTLE, "rita");
        listings().decideReviews().approve(KETTLE, "rita");
        assertThat(store.offers().find(new Sku("kettle-1")).orElseThrow().price())
                .isEqualTo(yuan("999.00"));
    }

    @Test
    void a_file_is_imported_row_by_row_and_what_is_not_is_said() {
        publish("搪瓷水壶 1.5 升", "99.00");
        store.offers().save(unreviewed("theirs", POTTERY, "9.00"));
        Map<String, String> refused = new TreeMap<>();
        List<String> imported = new ArrayList<>();
        listings()
                .importListings()
                .run(
                        TEA_HOUSE,
                        List.of(
                                row("bowl", "bowl-1"),
                                row("bowl", "bowl-2"),
                                row("cup", "bowl-1"),
                                row("kettle", "kettle-2"),
                                row("pot", "theirs"),
                                row("jug", "jug-1")),
                        new ImportListings.Witness() {
                            @Override
                            public void imported(ImportListings.Row row, ReviewSubject subject, Review review) {
                                imported.add(row.listing().value());
                            }

                            @Override
                            public void refused(ImportListings.Row row, String reason) {
                                refused.merge(row.listing().value(), reason, String::concat);
                            }
                        });
        assertThat(imported).containsExactly("bowl", "jug");
        assertThat(refused)
                .containsEntry("bowl", "a row before has the same id")
                .containsEntry("cup", "a row before has the same SKU")
                .containsEntry("kettle", "the listing exists already")
                .containsEntry("pot", "another merchant has the SKU");
        assertThat(store.catalog().listings().taken(List.of(new ListingId("jug"), new ListingId("pot"))))
                .containsExactly(new ListingId("jug"));
        assertThat(store.stock().find(new Sku("jug-1")).orElseThrow().available())
                .isEqualTo(7);
    }

    private static ImportListings.Row row(String id, String sku) {
        ListingContent like = content("一个" + id + "，厚釉", "99.00");
        return new ImportListings.Row(
                new ListingId(id),
                new ListingContent(
                        like.title(),
                        like.description(),
                        like.category(),
                        like.brand(),
                        "",
                        like.attributes(),
                        List.of(new Picture(
                                "https://cdn.example/" + id + ".jpg",
                                new PictureFacts(
                                        "image/jpeg", 800, 800, 90_000, "cd".repeat(32), sku.hashCode() * 7_919L))),
                        List.of(new Variant(new Sku(sku), "", "", yuan("99.00"), 7))));
    }

    @Test
    void a_task_falls_due_once() {
        waitForReview();
        Instant due = store.catalog().reviewQueue().list(1).get(0).due();
        ReviewQueue queue = store.catalog().reviewQueue();
        assertThat(queue.takeOverdue(due.minusSeconds(1), 5)).isEmpty();
        assertThat(queue.backlog(due)).isEqualTo(new WatchReviews.Backlog(1, 1, NOW));
        assertThat(queue.takeOverdue(due, 5)).hasSize(1);
        queue.claim(KETTLE, "rita", due, due.plusSeconds(60));
        queue.release(KETTLE, "rita");
        assertThat(queue.takeOverdue(due.plusSeconds(1), 5)).isEmpty();
    }

    @Test
    void what_is_live_is_a_neighbour_of_what_resembles_it() {
        publish("搪瓷水壶 1.5 升", "99.00");
        LiveListings live = store.catalog().liveListings();
        ListingContent alike = content("水壶搪瓷 1.5 升", "99.00");
        ReviewFacts facts = live.factsFor(List.of(new LiveListings.Entry(new ListingId("copy"), POTTERY, alike)))
                .get(0);
        assertThat(facts.neighbours()).extracting(it -> it.listing()).containsExactly(KETTLE);
        assertThat(facts.priceNorm().samples()).isEqualTo(1);
        assertThat(live.factsFor(List.of(new LiveListings.Entry(KETTLE, TEA_HOUSE, alike)))
                        .get(0)
                        .neighbours())
                .isEmpty();

        listings().suspendListings().suspend(KETTLE);
        assertThat(live.factsFor(List.of(new LiveListings.Entry(new ListingId("copy"), POTTERY, alike)))
                        .get(0)
                        .neighbours())
                .isEmpty();
    }

    @Test
    void rules_are_kept_tried_and_chosen() {
        publish("搪瓷水壶 1.5 升", "99.00");
        String text = "version | mine-1\nlanguage | zh\nban | SUPERLATIVE | 搪瓷";
        assertThat(listings().manageRules().add(text)).isEqualTo("mine-1");
        assertThat(listings().manageRules().tryOnLive("mine-1").examples()).containsExactly(KETTLE);
        assertThat(listings().manageRules().current()).isEqualTo("zh-2026-11");
        listings().manageRules().choose("mine-1");
        assertThat(listings().manageRules().current()).isEqualTo("mine-1");
        assertThatThrownBy(() -> listings().manageRules().add(text + "\nban | SUPERLATIVE | 水壶"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void publish(String title, String price) {
        listings().writeListings().draft(KETTLE, TEA_HOUSE, content(title, price));
        listings().writeListings().submit(KETTLE, TEA_HOUSE, null);
        assertThat(listings().findListings().find(KETTLE).isOnSale()).isTrue();
    }

    /** A listing without a description goes to a reviewer. */
    private void waitForReview() {
        ListingContent full = content("搪瓷水壶", "99.00");
        ListingContent undescribed = new ListingContent(
                full.title(),
                "",
                full.category(),
                full.brand(),
                "",
                full.attributes(),
                full.pictures(),
                full.variants());
        listings().writeListings().draft(KETTLE, TEA_HOUSE, undescribed);
        listings().writeListings().submit(KETTLE, TEA_HOUSE, null);
        assertThat(store.catalog().reviewQueue().size()).isEqualTo(1);
    }

    private boolean orderable(String sku) {
        return store.offers().find(new Sku(sku)).map(Offer::orderable).orElse(false);
    }

    private ListingUseCases listings() {
        return listings(NOW);
    }

    private ListingUseCases listings(Instant now) {
        return new ListingUseCases(
                store.transactions(),
                store.catalog(),
                store.offers(),
                store.stock(),
                PictureProbe.BLIND,
                ReviewTerms.STANDARD,
                change -> {},
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ListingContent content(String title, String price) {
        return new ListingContent(
                title,
                "厚釉搪瓷，适合明火。",
                CategoryPath.of("家居 > 厨具 > 水壶"),
                "茶舍",
                "6901234567892",
                List.of(new Attribute("容量", "1.5", "l")),
                List.of(new Picture(
                        "https://cdn.example/kettle.jpg",
                        new PictureFacts("image/jpeg", 800, 800, 90_000, "ab".repeat(32), 0x1234_5678_9abc_def0L))),
                List.of(new Variant(new Sku("kettle-1"), "红", "", yuan(price), 7)));
    }
}
