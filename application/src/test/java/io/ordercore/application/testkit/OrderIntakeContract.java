package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.Marketplace.cancelled;
import static io.ordercore.application.testkit.Marketplace.intake;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.request;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.catalog.UnreviewedGoodsException;
import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.order.OrderIntake.OtherCommand;
import io.ordercore.application.order.OrderIntake.Placed;
import io.ordercore.application.order.OrderIntake.PlacedOrder;
import io.ordercore.application.order.OrderIntake.PlacedPurchase;
import io.ordercore.application.order.OrderIntake.Refused;
import io.ordercore.application.order.OrderIntake.Replayed;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.LineRefusal.Reason;
import io.ordercore.domain.order.LoweredPrice;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.order.OrderIntake} promises. */
public abstract class OrderIntakeContract extends StoreContract {
    private static final MerchantId POTTERY = new MerchantId("pottery");
    private static final int BUYERS = 200;

    @Test
    void a_purchase_becomes_an_order_per_merchant_with_its_stock_reserved() {
        marketplace.sells("kettle", "99.00", 10).sells("bowl", POTTERY, "20.00", 10);

        Admission admission = marketplace.admit(
                intake(1, request(line("kettle", 2, "99.00"), line("bowl", 3, "20.00"), line("kettle", 1, "99.00"))));

        assertThat(admission)
                .isEqualTo(new Placed(new PlacedPurchase(
                        purchase(1),
                        yuan("357.00"),
                        List.of(new PlacedOrder(TEA_HOUSE, yuan("297.00")), new PlacedOrder(POTTERY, yuan("60.00"))))));
        assertThat(marketplace.reserved("kettle")).isEqualTo(3);
        assertThat(marketplace.reserved("bowl")).isEqualTo(3);
        Order first = store.orders().find(order(1)).orElseThrow();
        assertThat(first.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(first.lines()).hasSize(2);
        assertThat(first.snapshot().dueAt()).isEqualTo(TUESDAY_MORNING.plusSeconds(1_800));
        assertThat(store.orders().history(new OrderId(purchase(1), 2), 0))
                .containsExactly(new OrderEvent(
                        new OrderId(purchase(1), 2),
                        1,
                        OrderEventType.PLACED,
                        LI_HERSELF,
                        TUESDAY_MORNING,
                        java.util.Map.of("total", "CNY 60.00")));
    }

    @Test
    void a_refusal_names_every_line_and_writes_nothing() {
        marketplace.sells("kettle", "99.00", 2).sells("bowl", POTTERY, "20.00", 10);

        Admission admission = marketplace.admit(intake(
                1,
                request(
                        line("kettle", 2, "99.00"),
                        line("kettle", 1, "99.00"),
                        line("bowl", 1, "19.00"),
                        line("cup", 1, "5.00"))));

        assertThat(admission)
                .isEqualTo(new Refused(List.of(
                        new LineRefusal(1, new Sku("kettle"), Reason.INSUFFICIENT_STOCK, yuan("99.00"), 0),
                        new LineRefusal(2, new Sku("bowl"), Reason.PRICE_CHANGED, yuan("20.00"), 10),
                        new LineRefusal(3, new Sku("cup"), Reason.UNKNOWN_SKU, null, 0))));
        assertThat(store.orders().purchase(purchase(1))).isEmpty();
        assertThat(marketplace.reserved("kettle")).isZero();
    }

    @Test
    void a_lowered_price_is_charged_and_said_again_when_repeated() {
        marketplace.sells("bowl", "20.00", 5).sells("kettle", "99.00", 5);
        Intake asked = intake(1, request(line("kettle", 1, "99.00"), line("bowl", 2, "25.00")));
        PlacedPurchase placed = new PlacedPurchase(
                purchase(1),
                yuan("139.00"),
                List.of(new PlacedOrder(TEA_HOUSE, yuan("139.00"))),
                List.of(new LoweredPrice(1, new Sku("bowl"), yuan("25.00"), yuan("20.00"))));

        assertThat(marketplace.admit(asked)).isEqualTo(new Placed(placed));
        assertThat(marketplace.admit(new Intake(
                        purchase(2),
                        asked.request(),
                        asked.key(),
                        asked.fingerprint(),
                        asked.actor(),
                        asked.now(),
                        asked.payBy())))
                .isEqualTo(new Replayed(placed));
    }

    @Test
    void while_nobody_waits_nobody_is_turned_away() {
        assertThat(store.intake().waiting()).isZero();
        assertThat(store.intake().isFull()).isFalse();
        assertThat(store.intake().turnsAway(new Sku("kettle"))).isFalse();
    }

    @Test
    void nothing_unreviewed_is_placed() {
        Offer unreviewed = io.ordercore.domain.testkit.Fixtures.unreviewed("kettle", TEA_HOUSE, "99.00");
        store.offers().save(unreviewed);
        store.stock().count(new StockItem(unreviewed.sku(), TEA_HOUSE, 5, 0, 1));

        assertThat(marketplace.admit(intake(1, request(line("kettle", 1, "99.00")))))
                .isEqualTo(new Refused(
                        List.of(new LineRefusal(0, new Sku("kettle"), Reason.NOT_ORDERABLE, yuan("99.00"), 5))));
        assertThatThrownBy(() -> store.offers()
                        .save(new Offer(
                                unreviewed.sku(), TEA_HOUSE, "A kettle", Map.of(), unreviewed.price(), true, 2)))
                .isInstanceOf(UnreviewedGoodsException.class);
        assertThat(store.offers().find(unreviewed.sku())).contains(unreviewed);
    }

    @Test
    void an_offer_without_stock_has_nothing_left() {
        Marketplace.list(store, io.ordercore.domain.testkit.Fixtures.offer("kettle", TEA_HOUSE, "99.00"));

        assertThat(marketplace.admit(intake(1, request(line("kettle", 1, "99.00")))))
                .isEqualTo(new Refused(
                        List.of(new LineRefusal(0, new Sku("kettle"), Reason.INSUFFICIENT_STOCK, yuan("99.00"), 0))));
    }

    @Test
    void a_repetition_gets_the_first_answer_whatever_has_happened_since() {
        marketplace.sells("kettle", "99.00", 2);
        Intake first = intake(1, request(line("kettle", 2, "99.00")));
        Admission placed = marketplace.admit(first);
        marketplace.save(cancelled(store.orders().find(order(1)).orElseThrow()));

        Admission again = marketplace.admit(sameKey(first, 2, first.fingerprint()));

        assertThat(placed)
                .isInstanceOfSatisfying(Placed.class, it -> assertThat(again).isEqualTo(new Replayed(it.purchase())));
        assertThat(store.orders().purchase(purchase(2))).isEmpty();
    }

    @Test
    void a_key_is_not_used_for_another_purchase() {
        marketplace.sells("kettle", "99.00", 2);
        Intake first = intake(1, request(line("kettle", 1, "99.00")));
        marketplace.admit(first);

        assertThat(marketplace.admit(sameKey(first, 2, "another"))).isEqualTo(new OtherCommand());
        assertThat(marketplace.reserved("kettle")).isEqualTo(1);
    }

    @Test
    void a_refused_purchase_is_decided_anew_under_the_same_key() {
        marketplace.sells("kettle", "99.00", 2);
        Intake tooMany = intake(1, request(line("kettle", 3, "99.00")));
        marketplace.admit(tooMany);

        assertThat(marketplace.admit(sameKey(intake(2, request(line("kettle", 2, "99.00"))), tooMany)))
                .isInstanceOf(Placed.class);
    }

    @Test
    void one_unit_and_200_buyers_at_once_make_one_order() throws Exception {
        marketplace.sells("kettle", "99.00", 1);

        assertThat(placedOf(race(line("kettle", 1, "99.00")))).isEqualTo(1);
        assertThat(marketplace.reserved("kettle")).isEqualTo(1);
    }

    @Test
    void one_unit_asked_for_in_two_lines_is_sold_to_nobody() throws Exception {
        marketplace.sells("kettle", "99.00", 1);

        assertThat(placedOf(race(line("kettle", 1, "99.00"), line("kettle", 1, "99.00"))))
                .isZero();
        assertThat(marketplace.reserved("kettle")).isZero();
    }

    @Test
    void two_lines_of_one_sku_and_200_buyers_sell_what_is_there_and_no_more() throws Exception {
        marketplace.sells("kettle", "99.00", 7).sells("bowl", POTTERY, "20.00", 1_000);

        assertThat(placedOf(race(line("kettle", 1, "99.00"), line("bowl", 1, "20.00"), line("kettle", 1, "99.00"))))
                .isEqualTo(3);
        assertThat(marketplace.reserved("kettle")).isEqualTo(6);
        assertThat(marketplace.reserved("bowl")).isEqualTo(3);
    }

    @Test
    void the_same_command_from_many_sides_at_once_is_executed_once() throws Exception {
        marketplace.sells("kettle", "99.00", 100);
        List<Intake> same = new ArrayList<>();
        Intake first = intake(1, request(line("kettle", 1, "99.00")));
        for (int n = 1; n <= 20; n++) {
            same.add(sameKey(first, n, first.fingerprint()));
        }

        assertThat(placedOf(atOnce(same))).isEqualTo(1);
        assertThat(marketplace.reserved("kettle")).isEqualTo(1);
    }

    private List<Admission> race(PurchaseLine... lines) throws Exception {
        List<Intake> intakes = new ArrayList<>();
        for (int n = 1; n <= BUYERS; n++) {
            intakes.add(intake(n, request(lines)));
        }
        return atOnce(intakes);
    }

    /** Admits them from as many threads. */
    private List<Admission> atOnce(List<Intake> intakes) throws Exception {
        CountDownLatch ready = new CountDownLatch(intakes.size());
        List<CompletableFuture<Admission>> answers = new ArrayList<>();
        for (Intake intake : intakes) {
            CompletableFuture<Admission> answer = new CompletableFuture<>();
            answers.add(answer);
            new Thread(() -> {
                        ready.countDown();
                        awaitAll(ready);
                        CompletionStage<Admission> stage = store.intake().admit(intake);
                        stage.whenComplete((admission, failure) -> {
                            if (failure != null) {
                                answer.completeExceptionally(failure);
                            } else {
                                answer.complete(admission);
                            }
                        });
                    })
                    .start();
        }
        List<Admission> admissions = new ArrayList<>();
        for (CompletableFuture<Admission> answer : answers) {
            admissions.add(answer.get(60, TimeUnit.SECONDS));
        }
        return admissions;
    }

    private static void awaitAll(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long placedOf(List<Admission> admissions) {
        return admissions.stream().filter(Placed.class::isInstance).count();
    }

    private static Intake sameKey(Intake first, long n, String fingerprint) {
        return new Intake(
                purchase(n), first.request(), first.key(), fingerprint, first.actor(), first.now(), first.payBy());
    }

    private static Intake sameKey(Intake other, Intake first) {
        return new Intake(
                other.id(),
                other.request(),
                first.key(),
                other.fingerprint(),
                other.actor(),
                other.now(),
                other.payBy());
    }
}
