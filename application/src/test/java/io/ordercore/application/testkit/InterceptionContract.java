package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.aftersale.AfterSaleOutcome;
import io.ordercore.application.aftersale.ClaimGoods;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts.InterceptTicket.Status;
import io.ordercore.application.logistics.intercept.ReceiveParcel;
import io.ordercore.application.logistics.intercept.SettleInterception;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.application.payment.TopUpOrder;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.intercept.FeeStatus;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import io.ordercore.domain.modification.Agreement;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.QuoteProblem;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stopping or turning a parcel does on any store: nothing before it is known, everything once it is. */
public abstract class InterceptionContract extends StoreContract {
    private static final Address BEIJING = new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000");

    private final CarrierOnDemand carrier = new CarrierOnDemand();
    private Ordercore core;
    private Instant now = TUESDAY_MORNING.plusSeconds(60);

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .carriers(new Carriers(List.of(carrier)))
                .carrierPause(Duration.ofSeconds(10))
                .clock(new TestClock(() -> now))
                .build();
        marketplace.sells("blue-kettle", "99.00", 10);
        marketplace.sells("red-kettle", "109.00", 1);
    }

    @Test
    void a_parcel_is_redirected_for_a_fee_and_the_address_changes_when_the_carrier_has_done_it() {
        Order order = shipped();
        ChangeSet asked = accepted(order, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.AWAITING_PAYMENT);
        assertThat(asked.quote().due()).isEqualTo(yuan("15.00"));
        pay(asked);

        ask();
        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.ACCEPTED);
        assertThat(load(order).recipient()).isEqualTo(order.recipient());
        carrier.answers(Status.DONE);
        ask();

        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.REDIRECTED);
        assertThat(interception(order).feeStatus()).isEqualTo(FeeStatus.CHARGED);
        assertThat(load(order).recipient().address()).isEqualTo(BEIJING);
        assertThat(load(order).paid()).isEqualTo(yuan("213.00"));
        assertThat(carrier.asked()).hasSize(1);
        assertThat(carrier.asked().get(0).action()).isEqualTo(InterceptAction.REDIRECT);
    }

    @Test
    void another_time_is_asked_of_the_carrier_and_noted_when_it_has_agreed() {
        Order order = shipped();
        DeliveryWindow evening = new DeliveryWindow(now.plusSeconds(36_000), now.plusSeconds(43_200));
        ChangeSet asked = accepted(order, Alternative.RESCHEDULE_WITH_CARRIER, RequestedChange.deliverWithin(evening));
        assertThat(asked.status()).isEqualTo(ChangeSetStatus.APPLIED);
        assertThat(asked.quote().agreements()).containsExactly(Agreement.NOT_GUARANTEED);
        assertThat(store.interceptions().find(interception(order).id())).contains(interception(order));
        assertThat(load(order).wishes().window()).isNull();

        carrier.answers(Status.DONE);
        ask();

        assertThat(carrier.asked().get(0).action()).isEqualTo(InterceptAction.CHANGE_TIME);
        assertThat(carrier.asked().get(0).newWindow()).isEqualTo(evening);
        assertThat(load(order).wishes().window()).isEqualTo(evening);
    }

    @Test
    void a_parcel_refused_at_the_door_is_paid_back_once_it_has_come_back() {
        Order order = shipped();
        ReceiveParcel warehouse = core.interceptions().receiveParcel();

        assertThat(warehouse.receive(first(order), true, WAREHOUSE)).isInstanceOf(FulfilOrder.Moved.class);
        assertThat(warehouse.receive(first(order), true, WAREHOUSE)).isInstanceOf(FulfilOrder.Refused.class);
        settle();

        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("198.00"));
        assertThat(load(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(store.stock().find(new Sku("blue-kettle")).orElseThrow().onHand())
                .isEqualTo(10);
    }

    @Test
    void a_parcel_whose_loss_a_claim_would_settle_is_settled_by_its_interception() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_RETURN, RequestedChange.cancel()));
        ClaimGoods claims = core.afterSale().claimGoods();
        claims.file(new ClaimGoods.Command(
                order.id(), Reason.LOST, Map.of(), 1, Resolution.REFUND, "never came", LI_HERSELF));
        Claim claim = store.claims().of(order.id()).get(0);

        assertThat(claims.approve(claim.id(), null, WAREHOUSE))
                .isEqualTo(new AfterSaleOutcome.Refused<Claim>(Set.of(AfterSaleRefusal.INTERCEPTED)));
        core.interceptions().settleInterception().lost(interception(order).id(), WAREHOUSE);
        settle();

        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("213.00"));
        assertThat(core.interceptions()
                        .settleInterception()
                        .returned(interception(order).id(), true, WAREHOUSE))
                .isInstanceOf(SettleInterception.TooLate.class);
    }

    @Test
    void a_carrier_that_refuses_gives_the_fee_back_and_nothing_changed() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING)));
        carrier.answers(Status.REFUSED);

        ask();
        settle();

        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.REFUSED);
        assertThat(interception(order).feeStatus()).isEqualTo(FeeStatus.REFUNDED);
        assertThat(load(order).recipient()).isEqualTo(order.recipient());
        assertThat(load(order).paid())
                .isEqualTo(yuan("198.00"))
                .isEqualTo(load(order).payable());
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("15.00"));
    }

    @Test
    void a_parcel_delivered_first_fails_the_interception_and_gives_the_fee_back_once() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_RETURN, RequestedChange.cancel()));
        ask();

        core.fulfilment().fulfilOrder().deliver(first(order), WAREHOUSE);
        settle();
        settle();

        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.FAILED);
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("15.00"));
        assertThat(load(order).payable()).isEqualTo(yuan("198.00"));
    }

    @Test
    void a_parcel_that_came_back_is_paid_back_less_the_fee_and_only_then() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_RETURN, RequestedChange.cancel()));
        carrier.answers(Status.DONE);
        ask();
        settle();
        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.RETURNING);
        assertThat(load(order).snapshot().refundRequested()).isEqualTo(yuan("0.00"));

        core.interceptions().settleInterception().returned(interception(order).id(), true, WAREHOUSE);
        settle();

        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.RETURNED);
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("198.00"));
        assertThat(load(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(store.stock().find(new Sku("blue-kettle")).orElseThrow().onHand())
                .isEqualTo(10);
    }

    @Test
    void other_goods_are_taken_from_the_shelf_only_when_the_parcel_is_back_and_sent_when_they_are_paid() {
        Order order = shipped();
        ChangeSet asked =
                accepted(order, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(1, 1, new Sku("red-kettle")));
        assertThat(asked.quote().due()).isEqualTo(yuan("27.00"));
        pay(asked);
        carrier.answers(Status.DONE);
        ask();
        assertThat(marketplace.reserved("red-kettle")).isZero();

        core.interceptions().settleInterception().returned(interception(order).id(), true, WAREHOUSE);
        Order waiting = load(order);
        assertThat(waiting.payable().minus(waiting.paid())).isEqualTo(yuan("10.00"));
        assertThat(marketplace.reserved("red-kettle")).isZero();
        core.payments()
                .topUpOrder()
                .topUp(new TopUpOrder.Command(order.id(), null, "tok_ok", key("difference"), "difference", LI_HERSELF));
        settle();

        Order after = load(order);
        assertThat(after.line(1).orElseThrow().ledger().get(Quantity.RETURNED_TO_SENDER))
                .isEqualTo(2);
        assertThat(marketplace.reserved("red-kettle")).isEqualTo(1);
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(1);
        assertThat(after.paid()).isEqualTo(after.payable()).isEqualTo(yuan("235.00"));
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);
        assertThat(store.fulfilments()
                        .find(new FulfilmentId(order.id(), 2))
                        .orElseThrow()
                        .units())
                .containsOnlyKeys(2, 3);
    }

    @Test
    void what_the_shelf_does_not_have_any_more_is_paid_back_instead() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(1, 2, new Sku("blue-again"))));
        carrier.answers(Status.DONE);
        ask();
        marketplace.place(2, line("blue-again", 2, "99.00"));

        core.interceptions().settleInterception().returned(interception(order).id(), false, WAREHOUSE);
        settle();

        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("210.00"));
        assertThat(store.stock().find(new Sku("blue-kettle")).orElseThrow().onHand())
                .isEqualTo(8);
    }

    @Test
    void a_parcel_that_is_lost_on_its_way_back_is_written_off_and_the_goods_are_sent() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(1, 2, new Sku("blue-again"))));
        carrier.answers(Status.DONE);
        ask();

        core.interceptions().settleInterception().lost(interception(order).id(), WAREHOUSE);
        settle();

        Order after = load(order);
        assertThat(after.line(1).orElseThrow().ledger().get(Quantity.LOST)).isEqualTo(2);
        assertThat(marketplace.reserved("blue-again")).isEqualTo(2);
        assertThat(interception(order).feeStatus()).isEqualTo(FeeStatus.REFUNDED);
        assertThat(after.paid()).isEqualTo(after.payable()).isEqualTo(yuan("210.00"));
    }

    @Test
    void an_answer_that_got_lost_is_looked_up_and_the_carrier_is_asked_once() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING)));
        carrier.losesAnswers();
        ask();
        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.REQUESTED);

        carrier.answers(Status.DONE);
        ask();

        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.REDIRECTED);
        assertThat(carrier.asked()).hasSize(1);
    }

    @Test
    void a_parcel_is_turned_once_at_a_time_and_only_by_a_way_that_was_offered() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING)));

        Quote again = preview(order, Alternative.INTERCEPT_AND_RETURN, RequestedChange.cancel());
        assertThat(again.problems())
                .extracting(QuoteProblem::reason)
                .containsExactly(QuoteProblem.Reason.ALREADY_INTERCEPTED);
        assertThat(preview(order, Alternative.INTERCEPT_AND_RETURN, RequestedChange.address(BEIJING))
                        .isFeasible())
                .isFalse();
        assertThat(preview(order, Alternative.REFUSE_AT_DOOR, RequestedChange.cancel())
                        .isFeasible())
                .isFalse();
    }

    @Test
    void an_unknown_carrier_is_a_refusal_and_the_carrier_that_has_not_been_asked_is_not_asked_any_more() {
        Order order = shippedWith("stranger");
        pay(accepted(order, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING)));
        ask();
        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.REFUSED);

        pay(accepted(load(order), Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING)));
        core.interceptions().settleInterception().cancel(interception(order).id(), LI_HERSELF);
        ask();
        settle();

        assertThat(interception(order).status()).isEqualTo(InterceptionStatus.CANCELLED);
        assertThat(load(order).snapshot().refunded()).isEqualTo(yuan("30.00"));
    }

    @Test
    void what_was_stored_is_found_again_in_full() {
        Order order = shipped();
        pay(accepted(order, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(1, 1, new Sku("red-kettle"))));
        Interception stored = interception(order);

        assertThat(store.interceptions().find(stored.id())).contains(stored);
        assertThat(stored.resends()).hasSize(2);
        assertThat(store.interceptions().due(now, 10)).containsExactly(stored.id());
        assertThat(store.interceptions().due(now.minusSeconds(1), 10)).isEmpty();
    }

    private void ask() {
        now = now.plusSeconds(60);
        core.interceptions().askCarriers().ask(10);
    }

    private void settle() {
        for (int i = 0; i < 2; i++) {
            now = now.plusSeconds(60);
            core.payments().settlePayments().reconcile(10);
            core.dispatchEvents().dispatch(100);
        }
    }

    private Order shipped() {
        return shippedWith(CarrierOnDemand.CODE);
    }

    private Order shippedWith(String code) {
        marketplace.sells("blue-again", "99.00", 2);
        Order order = marketplace.place(1, line("blue-kettle", 2, "99.00"));
        core.payments()
                .payPurchase()
                .pay(new PayPurchase.Command(order.id().purchase(), "tok_ok", key("pay"), "pay", LI_HERSELF));
        core.fulfilment().fulfilOrder().release(order.id(), Map.of(), null, WAREHOUSE);
        core.fulfilment().fulfilOrder().pick(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().pack(first(order), WAREHOUSE);
        core.fulfilment().fulfilOrder().handOver(first(order), code, "OD12345678", WAREHOUSE);
        return load(order);
    }

    private Quote preview(Order order, Alternative way, RequestedChange change) {
        return core.modifications().requestModification().preview(command(order, way, change));
    }

    private ChangeSet accepted(Order order, Alternative way, RequestedChange change) {
        return core.modifications()
                .requestModification()
                .request(command(order, way, change))
                .<Optional<ChangeSet>>decide(new RequestModification.Outcome.Cases<>() {
                    @Override
                    public Optional<ChangeSet> asked(ChangeSet changeSet) {
                        return Optional.of(changeSet);
                    }

                    @Override
                    public Optional<ChangeSet> refused(Quote quote) {
                        throw new AssertionError(quote.overall() + " " + quote.problems());
                    }

                    @Override
                    public Optional<ChangeSet> alreadyOpen(ChangeSet other) {
                        throw new AssertionError(other);
                    }
                })
                .orElseThrow();
    }

    private static RequestModification.Command command(Order order, Alternative way, RequestedChange change) {
        return new RequestModification.Command(order.id(), List.of(change), LI_HERSELF, null, true, way, null);
    }

    private void pay(ChangeSet changeSet) {
        core.modifications()
                .payModification()
                .pay(new PayModification.Command(
                        changeSet.id(), "tok_ok", key("top-up-" + changeSet.id()), "top-up", LI_HERSELF));
        assertThat(store.changeSets().find(changeSet.id()).orElseThrow().status())
                .isEqualTo(ChangeSetStatus.APPLIED);
    }

    private Interception interception(Order order) {
        return store.interceptions().of(order.id()).get(0);
    }

    private Order load(Order order) {
        return store.orders().find(order.id()).orElseThrow();
    }

    private static FulfilmentId first(Order order) {
        return new FulfilmentId(order.id(), 1);
    }

    private static CommandKey key(String key) {
        return new CommandKey("li", key);
    }
}
