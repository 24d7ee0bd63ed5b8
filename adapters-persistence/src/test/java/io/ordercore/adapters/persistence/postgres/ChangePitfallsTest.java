package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.application.testkit.AfterSaleOutcomes.done;
import static io.ordercore.application.testkit.AfterSaleOutcomes.refused;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.aftersale.AfterSaleOutcome;
import io.ordercore.application.aftersale.ReturnGoods;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.payment.HearOfDispute;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.QuoteProblem;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Where other order systems have lost money, goods or trust when an order was changed or goods came back: each on a real
 * database. Those about rivals, races and repeated refunds are in the contracts that {@link PostgresModificationTest}, {@link
 * PostgresInterceptionTest} and {@link PostgresAfterSaleTest} run on the same database.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class ChangePitfallsTest {
    private static final Address LHASA = new Address("CN", "Tibet", "Lhasa", "", "3 High Road", "850000");
    private static final int AT_ONCE = 8;

    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    private final CountingBank bank = new CountingBank();
    private final StoredRows stored = new StoredRows(postgres);
    private int keys;

    @AfterEach
    void endOfTheDay() {
        callers.shutdownNow();
        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak()).isEmpty();
    }

    @Test
    void a_change_of_price_alone_of_a_part_shipped_line_touches_no_reservation() {
        goods("kettle", "99.00", 5);
        OrderId order = paid(line("kettle", 3, "99.00"));
        ship(order, 1, Map.of(1, 1));
        core().fulfilment().fulfilOrder().deliver(new FulfilmentId(order, 1), WAREHOUSE);
        Map<String, String> before = stored.rows("stock", "fulfilment");
        Order untouched = found(order);

        pay(ask(order, RequestedChange.address(LHASA)));

        assertThat(stored.rows("stock", "fulfilment")).isEqualTo(before);
        assertThat(found(order).lines()).isEqualTo(untouched.lines());
        assertThat(found(order).payable()).isEqualTo(untouched.payable().plus(yuan("24.00")));
    }

    @Test
    void what_was_not_named_in_a_change_is_bit_identical_afterwards() {
        goods("kettle", "99.00", 5);
        goods("cup", "10.00", 5);
        OrderId other = paid(line("kettle", 1, "99.00"));
        OrderId order = paid(line("kettle", 1, "99.00"), line("cup", 1, "10.00"));
        Map<String, String> stock = stored.rows("stock");
        Map<String, String> others = stored.orderRow(other);
        Map<String, String> before = stored.orderRow(order);

        ask(order, RequestedChange.note("ring twice"));

        assertThat(stored.rows("stock")).isEqualTo(stock);
        assertThat(stored.orderRow(other)).isEqualTo(others);
        assertThat(StoredRows.changed(before, stored.orderRow(order)))
                .as("the note lies encrypted beside the recipient; the history goes on")
                .containsExactlyInAnyOrder("recipient", "version", "history_head", "history_tx");

        before = stored.orderRow(order);
        pay(ask(order, RequestedChange.more(2, 1)));
        assertThat(StoredRows.changed(before, stored.orderRow(order)))
                .as("where it goes and to whom is not even encrypted anew")
                .containsExactlyInAnyOrder("content", "version", "history_head", "history_tx");
    }

    @Test
    void a_window_and_a_note_survive_and_the_window_can_be_changed_on_its_own() {
        goods("kettle", "99.00", 5);
        OrderId order = paid(line("kettle", 1, "99.00"));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES);
        DeliveryWindow evening = new DeliveryWindow(tomorrow, tomorrow.plusSeconds(3_600));

        ask(order, RequestedChange.note("ring twice"));
        ask(order, RequestedChange.deliverWithin(evening));

        assertThat(found(order).wishes().note()).isEqualTo("ring twice");
        assertThat(found(order).wishes().window()).isEqualTo(evening);
    }

    @Test
    void settling_on_the_balance_what_was_added_and_removed_unpaid_refunds_nothing_and_what_was_paid_its_price() {
        goods("kettle", "99.00", 5);
        goods("cup", "10.00", 5);
        OrderId order = paid(line("kettle", 1, "99.00"));

        ChangeSet asked = ask(order, RequestedChange.add(new Sku("cup"), 1));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        core().modifications().answerModification().decline(asked.id(), LI_HERSELF);
        pay(ask(order, RequestedChange.add(new Sku("cup"), 1)));
        ask(order, RequestedChange.drop(2));
        settle();

        assertThat(found(order).snapshot().refunded()).isEqualTo(yuan("10.00"));
        assertThat(found(order).paid()).isEqualTo(found(order).payable()).isEqualTo(yuan("99.00"));
        assertThat(Money.total(bank.given.values())).isEqualTo(yuan("10.00"));
    }

    @Test
    void return_url_and_webhook_of_a_top_up_in_any_order_and_duplicated_make_one_capture_and_one_change()
            throws Exception {
        goods("kettle", "99.00", 5);
        OrderId order = paid(line("kettle", 1, "99.00"));
        ChangeSet asked = ask(order, RequestedChange.more(1, 1));
        bank.buyerMustConfirm = true;
        core().modifications()
                .payModification()
                .pay(new PayModification.Command(asked.id(), "tok_ok", key(), "top-up", LI_HERSELF));
        assertThat(found(order).line(1).orElseThrow().ordered()).isEqualTo(1);

        bank.buyersConfirm();
        atOnce(() -> {
            for (int i = 0; i < 20; i++) {
                try {
                    core().payments().settlePayments().refresh(order.purchase());
                    core().dispatchEvents().dispatch(100);
                } catch (StaleVersionException somebodyElseWasFaster) {
                    Thread.onSpinWait();
                }
            }
            return true;
        });
        settle();
        core().dispatchEvents().dispatch(100);

        assertThat(found(order).line(1).orElseThrow().ordered()).isEqualTo(2);
        assertThat(found(order).paid()).isEqualTo(found(order).payable());
        assertThat(bank.taken).hasSize(2);
        assertThat(bank.given).isEmpty();
        assertThat(reserved("kettle")).isEqualTo(2);
        assertThat(postgres.store().changeSets().find(asked.id()).orElseThrow().status())
                .isEqualTo(ChangeSetStatus.APPLIED);
    }

    @Test
    void repeated_address_edits_do_not_drift_totals() {
        goods("kettle", "99.00", 5);
        OrderId order = paid(line("kettle", 1, "99.00"));
        Address home = found(order).recipient().address();
        Money at_home = found(order).payable();

        for (int i = 0; i < 5; i++) {
            pay(ask(order, RequestedChange.address(LHASA)));
            ask(order, RequestedChange.address(home));
        }
        settle();

        assertThat(found(order).payable()).isEqualTo(at_home);
        assertThat(found(order).paid()).isEqualTo(at_home);
        assertThat(Money.total(bank.taken.values()).minus(Money.total(bank.given.values())))
                .isEqualTo(at_home);
    }

    @Test
    void release_exactly_what_was_reserved_by_changes_cancelled_declined_and_expired() {
        goods("kettle", "99.00", 10);
        goods("cup", "10.00", 10);
        OrderId order = paid(line("kettle", 2, "99.00"));
        for (int i = 0; i < 3; i++) {
            ChangeSet asked =
                    ask(order, RequestedChange.swap(1, 2, new Sku("cup")), RequestedChange.add(new Sku("cup"), 2));
            assertThat(asked.status()).isEqualTo(ChangeSetStatus.APPLIED);
            pay(ask(order, RequestedChange.swap(2, 2, new Sku("kettle"))));
            ask(order, RequestedChange.drop(3));
            order = paid(line("kettle", 2, "99.00"));
        }
        assertThat(reserved("kettle")).isEqualTo(4 * 2);
        assertThat(reserved("cup")).isZero();

        ChangeSet open = ask(order, RequestedChange.more(1, 2));
        assertThat(reserved("kettle")).isEqualTo(10);
        Ordercore later = core(Duration.ofMinutes(31));
        assertThat(later.modifications().expireModifications().expire(10)).isEqualTo(1);
        assertThat(later.modifications().expireModifications().expire(10)).isZero();
        core().modifications().answerModification().decline(open.id(), LI_HERSELF);

        assertThat(reserved("kettle")).isEqualTo(8);
        assertThat(postgres.store()
                        .stock()
                        .find(new Sku("kettle"))
                        .orElseThrow()
                        .onHand())
                .isEqualTo(10);
    }

    @Test
    void apportionment_a_line_swapped_and_returned_unit_by_unit_gives_back_every_cent() {
        goods("cup", "14.29", 20);
        goods("pot", "0.07", 20);
        OrderId order = paid(line("cup", 7, "14.29"));
        ask(order, RequestedChange.swap(1, 2, new Sku("pot")));
        ask(order, RequestedChange.fewer(1, 1));
        ship(order, 1, Map.of());
        core().fulfilment().fulfilOrder().deliver(new FulfilmentId(order, 1), WAREHOUSE);
        for (int unit = 0; unit < 4; unit++) {
            comeBack(order, Map.of(1, 1), null);
        }
        comeBack(order, Map.of(2, 2), null);
        settle();

        assertThat(found(order).payable()).isEqualTo(yuan("0.00"));
        assertThat(Money.total(bank.given.values()))
                .isEqualTo(Money.total(bank.taken.values()))
                .isEqualTo(yuan("100.03"));
    }

    @Test
    void a_second_return_after_an_exchange_and_a_second_exchange_work() {
        goods("blue", "99.00", 5);
        goods("red", "99.00", 5);
        OrderId order = paid(line("blue", 1, "99.00"));
        ship(order, 1, Map.of());
        core().fulfilment().fulfilOrder().deliver(new FulfilmentId(order, 1), WAREHOUSE);

        comeBack(order, Map.of(1, 1), new Sku("red"));
        ship(order, 2, Map.of());
        core().fulfilment().fulfilOrder().deliver(new FulfilmentId(order, 2), WAREHOUSE);
        comeBack(order, Map.of(2, 1), new Sku("blue"));
        ship(order, 3, Map.of());
        core().fulfilment().fulfilOrder().deliver(new FulfilmentId(order, 3), WAREHOUSE);
        comeBack(order, Map.of(3, 1), null);
        settle();

        assertThat(Money.total(bank.given.values())).isEqualTo(yuan("99.00"));
        assertThat(postgres.store().stock().find(new Sku("blue")).orElseThrow().onHand())
                .isEqualTo(5);
        assertThat(postgres.store().stock().find(new Sku("red")).orElseThrow().onHand())
                .isEqualTo(5);
    }

    @Test
    void double_ship_eight_confirmations_at_once_hand_one_parcel_over_once() throws Exception {
        goods("kettle", "99.00", 5);
        OrderId order = paid(line("kettle", 2, "99.00"));
        FulfilOrder warehouse = core().fulfilment().fulfilOrder();
        FulfilmentId parcel = new FulfilmentId(order, 1);
        warehouse.release(order, Map.of(), null, WAREHOUSE);
        warehouse.pick(parcel, WAREHOUSE);
        warehouse.pack(parcel, WAREHOUSE);

        List<Boolean> shipped = atOnce(() -> {
            try {
                return warehouse.handOver(parcel, "sf-express", "SF-1", WAREHOUSE) instanceof FulfilOrder.Moved;
            } catch (StaleVersionException somebodyElseWasFaster) {
                return false;
            }
        });

        assertThat(shipped).containsOnlyOnce(true);
        assertThat(postgres.store()
                        .stock()
                        .find(new Sku("kettle"))
                        .orElseThrow()
                        .onHand())
                .isEqualTo(3);
        warehouse.release(order, Map.of(), null, WAREHOUSE);
        assertThat(postgres.store().fulfilments().of(order)).hasSize(1);
    }

    @Test
    void a_stale_caller_is_told_and_not_for_ever() {
        goods("kettle", "99.00", 5);
        OrderId order = paid(line("kettle", 1, "99.00"));
        long seen = found(order).version();
        ask(order, RequestedChange.note("ring"));
        RequestModification.Command stale = new RequestModification.Command(
                order, List.of(RequestedChange.note("knock")), LI_HERSELF, null, true, null, seen);

        assertThatThrownBy(() -> core().modifications().requestModification().request(stale))
                .isInstanceOf(StaleVersionException.class);
        assertThat(ask(order, RequestedChange.note("knock")).status()).isEqualTo(ChangeSetStatus.APPLIED);
    }

    @Test
    void what_the_buyers_bank_claims_is_a_reason_not_to_give_it_back_a_second_time() {
        goods("kettle", "99.00", 5);
        OrderId order = paid(line("kettle", 2, "99.00"));
        ship(order, 1, Map.of(1, 1));
        core().fulfilment().fulfilOrder().deliver(new FulfilmentId(order, 1), WAREHOUSE);
        PaymentTransaction capture = payment(order).transactions().get(1);
        core().payments()
                .hearOfDispute()
                .hear(new HearOfDispute.Dispute(
                        order.purchase(), capture.id(), "dp-1", yuan("150.00"), HearOfDispute.Stage.OPENED));

        Quote refused =
                core().modifications().requestModification().preview(command(order, RequestedChange.fewer(1, 1)));
        assertThat(refused.problems()).extracting(QuoteProblem::reason).containsExactly(QuoteProblem.Reason.DISPUTED);
        Return goods = done(request(order, Map.of(1, 1), null));
        done(returns().received(goods.id(), Map.of(), WAREHOUSE));
        assertThat(refused(returns().inspected(goods.id(), Map.of(), WAREHOUSE)))
                .containsExactly(AfterSaleRefusal.DISPUTED);

        core().payments()
                .hearOfDispute()
                .hear(new HearOfDispute.Dispute(
                        order.purchase(), capture.id(), "dp-1", yuan("150.00"), HearOfDispute.Stage.WON));
        done(returns().inspected(goods.id(), Map.of(), WAREHOUSE));
        settle();
        assertThat(Money.total(bank.given.values())).isEqualTo(yuan("87.00"));
        assertThat(found(order).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    private Ordercore core() {
        return core(Duration.ZERO);
    }

    private Ordercore core(Duration ahead) {
        return Ordercore.on(postgres.store())
                .payments(bank)
                .clock(Clock.offset(Clock.systemUTC(), ahead))
                .shippingRates((to, goods) -> yuan(to.region().equals("Tibet") ? "30.00" : "6.00"))
                .build();
    }

    private void goods(String sku, String price, long units) {
        new Marketplace(postgres.store()).sells(sku, price, units);
    }

    private OrderId paid(PurchaseLine... lines) {
        keys++;
        OrderId order = new Marketplace(postgres.store()).place(keys, lines).id();
        core().payments()
                .payPurchase()
                .pay(new PayPurchase.Command(order.purchase(), "tok_ok", key(), "pay", LI_HERSELF));
        assertThat(found(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        return order;
    }

    private void ship(OrderId order, int number, Map<Integer, Integer> units) {
        FulfilOrder warehouse = core().fulfilment().fulfilOrder();
        FulfilmentId parcel = new FulfilmentId(order, number);
        warehouse.release(order, units, null, WAREHOUSE);
        warehouse.pick(parcel, WAREHOUSE);
        warehouse.pack(parcel, WAREHOUSE);
        warehouse.handOver(parcel, "sf-express", "SF-" + number, WAREHOUSE);
    }

    private static RequestModification.Command command(OrderId order, RequestedChange... changes) {
        return new RequestModification.Command(order, List.of(changes), LI_HERSELF, null, true, null, null);
    }

    private ChangeSet ask(OrderId order, RequestedChange... changes) {
        return core().modifications()
                .requestModification()
                .request(command(order, changes))
                .decide(new RequestModification.Outcome.Cases<>() {
                    @Override
                    public ChangeSet asked(ChangeSet changeSet) {
                        return changeSet;
                    }

                    @Override
                    public ChangeSet refused(Quote quote) {
                        throw new AssertionError(quote.overall() + " " + quote.problems());
                    }

                    @Override
                    public ChangeSet alreadyOpen(ChangeSet other) {
                        throw new AssertionError(other);
                    }
                });
    }

    private void pay(ChangeSet changeSet) {
        core().modifications()
                .payModification()
                .pay(new PayModification.Command(changeSet.id(), "tok_ok", key(), "top-up", LI_HERSELF));
        assertThat(postgres.store()
                        .changeSets()
                        .find(changeSet.id())
                        .orElseThrow()
                        .status())
                .isEqualTo(ChangeSetStatus.APPLIED);
    }

    private ReturnGoods returns() {
        return core().afterSale().returnGoods();
    }

    private AfterSaleOutcome<Return> request(OrderId order, Map<Integer, Integer> lines, @Nullable Sku instead) {
        return returns().request(new ReturnGoods.Command(order, Reason.CHANGED_MIND, lines, instead, LI_HERSELF));
    }

    /** For a reason for which the merchant pays the way back. */
    private void comeBack(OrderId order, Map<Integer, Integer> lines, @Nullable Sku instead) {
        Return asked =
                done(returns().request(new ReturnGoods.Command(order, Reason.DEFECTIVE, lines, instead, LI_HERSELF)));
        done(returns().approve(asked.id(), WAREHOUSE));
        done(returns().received(asked.id(), Map.of(), WAREHOUSE));
        done(returns().inspected(asked.id(), Map.of(), WAREHOUSE));
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            core(Duration.ofHours(1)).payments().settlePayments().reconcile(100);
        }
    }

    private Order found(OrderId id) {
        return postgres.store().orders().find(id).orElseThrow();
    }

    private PaymentIntent payment(OrderId order) {
        return postgres.store().payments().find(order.purchase()).orElseThrow();
    }

    private long reserved(String sku) {
        return postgres.store().stock().find(new Sku(sku)).orElseThrow().reserved();
    }

    private <T> List<T> atOnce(Callable<T> work) throws Exception {
        List<T> done = new ArrayList<>();
        for (Future<T> one : callers.invokeAll(Collections.nCopies(AT_ONCE, work))) {
            done.add(one.get());
        }
        return done;
    }

    private CommandKey key() {
        keys++;
        return new CommandKey("li", "change-" + keys);
    }
}
