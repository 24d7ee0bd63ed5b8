package io.ordercore.adapters.persistence.memory;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.aftersale.ClaimGoods;
import io.ordercore.application.aftersale.ReturnGoods;
import io.ordercore.application.logistics.Intercepts.InterceptTicket;
import io.ordercore.application.logistics.intercept.SettleInterception;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.payment.HearOfDispute;
import io.ordercore.application.payment.TopUpOrder;
import io.ordercore.application.testkit.CarrierOnDemand;
import io.ordercore.domain.aftersale.Acceptance;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimStatus;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Reception;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnStatus;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What buyers, warehouses, merchants, carriers and banks do once goods have left, whether it makes sense or not. */
final class RandomAftercare {
    private static final Instant LATER = Instant.parse("2031-01-01T10:00:00Z");
    private static final Address AWAY = new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000");

    private final Ordercore core;
    private final MemoryStore store;
    private final CarrierOnDemand carrier;
    private final Random random;
    private final List<String> skus;

    RandomAftercare(Ordercore core, MemoryStore store, CarrierOnDemand carrier, Random random, List<String> skus) {
        this.core = core;
        this.store = store;
        this.carrier = carrier;
        this.random = random;
        this.skus = skus;
    }

    /**
     * One thing.
     *
     * @param order where something new is begun; what was begun anywhere is brought on
     */
    void act(Order order, List<OrderId> all, CommandKey key) {
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> intercept(order, key);
            case 3, 4 -> carrierAnswers();
            case 5 -> parcelIsSeen(all);
            case 6, 7, 8 -> askForReturn(order);
            case 9, 10, 11 -> moveReturnOn(all);
            case 12 -> claim(order);
            case 13 -> decideClaim(all);
            case 14 -> payWhatIsOwed(order, key);
            default -> dispute(order);
        }
    }

    private void payWhatIsOwed(Order order, CommandKey key) {
        if (order.paid().isPositive()) {
            core.payments()
                    .topUpOrder()
                    .topUp(new TopUpOrder.Command(order.id(), null, "tok_ok", key, "difference", LI_HERSELF));
        }
    }

    private void intercept(Order order, CommandKey key) {
        Alternative way = one(Alternative.values());
        RequestedChange change = switch (way) {
            case INTERCEPT_AND_REDIRECT -> RequestedChange.address(AWAY);
            case INTERCEPT_AND_HOLD, RESCHEDULE_WITH_CARRIER ->
                RequestedChange.deliverWithin(new DeliveryWindow(LATER, LATER.plusSeconds(random.nextInt(9) + 1)));
            case INTERCEPT_AND_RESHIP -> RequestedChange.swap(line(order).number(), random.nextInt(3), sku());
            case INTERCEPT_AND_RETURN, REFUSE_AT_DOOR, EXCHANGE_AFTER_RECEIPT, RETURN_AFTER_RECEIPT, NEW_ORDER ->
                RequestedChange.cancel();
        };
        core.modifications()
                .requestModification()
                .request(new RequestModification.Command(
                        order.id(), List.of(change), LI_HERSELF, null, true, way, null));
        store.changeSets().of(order.id()).stream()
                .filter(it -> it.status() == ChangeSetStatus.AWAITING_PAYMENT)
                .findFirst()
                .ifPresent(it -> pay(it, key));
    }

    private void pay(ChangeSet changeSet, CommandKey key) {
        core.modifications()
                .payModification()
                .pay(new PayModification.Command(changeSet.id(), "tok_ok", key, "top-up", LI_HERSELF));
    }

    private void carrierAnswers() {
        if (random.nextInt(5) == 0) {
            carrier.losesAnswers();
        } else {
            carrier.answers(one(InterceptTicket.Status.values()));
        }
        core.interceptions().askCarriers().ask(10);
    }

    private void parcelIsSeen(List<OrderId> all) {
        if (random.nextInt(4) == 0) {
            comeBackUnasked(all);
            return;
        }
        Interception it =
                one(all, store.interceptions()::of, its -> its.status().isOpen());
        if (it == null) {
            return;
        }
        SettleInterception settle = core.interceptions().settleInterception();
        switch (random.nextInt(4)) {
            case 0, 1 -> settle.returned(it.id(), random.nextBoolean(), WAREHOUSE);
            case 2 -> settle.lost(it.id(), WAREHOUSE);
            default -> settle.cancel(it.id(), LI_HERSELF);
        }
    }

    private void comeBackUnasked(List<OrderId> all) {
        Fulfilment parcel = one(all, store.fulfilments()::of, its -> its.stage() == FulfilmentStage.HANDED_OVER);
        if (parcel != null) {
            core.interceptions().receiveParcel().receive(parcel.id(), random.nextBoolean(), WAREHOUSE);
        }
    }

    private void askForReturn(Order order) {
        OrderLine line = line(order);
        Sku instead = random.nextBoolean() ? sku() : null;
        core.afterSale()
                .returnGoods()
                .request(new ReturnGoods.Command(
                        order.id(),
                        one(Reason.values()),
                        Map.of(line.number(), 1 + random.nextInt(3)),
                        instead,
                        LI_HERSELF));
    }

    private void moveReturnOn(List<OrderId> all) {
        Return it = one(all, store.returns()::of, its -> !its.status().next().isEmpty());
        if (it == null) {
            return;
        }
        ReturnGoods returns = core.afterSale().returnGoods();
        int unit = 1 + random.nextInt(3);
        boolean plain = random.nextInt(4) > 0;
        switch (plain ? it.status() : one(ReturnStatus.values())) {
            case REQUESTED -> returns.approve(it.id(), WAREHOUSE);
            case APPROVED -> returns.sent(it.id(), "BACK1234567", LI_HERSELF);
            case IN_TRANSIT ->
                returns.received(it.id(), plain ? Map.of() : Map.of(unit, one(Reception.values())), WAREHOUSE);
            case RECEIVED ->
                returns.inspected(it.id(), plain ? Map.of() : Map.of(unit, one(Acceptance.values())), WAREHOUSE);
            case DECLINED, REFUNDED -> returns.decline(it.id(), WAREHOUSE);
            case INSPECTED, EXCHANGED, CLOSED, CANCELLED, EXPIRED -> returns.cancel(it.id(), LI_HERSELF);
        }
    }

    private void claim(Order order) {
        Fulfilment parcel = random.nextBoolean() ? parcel(order) : null;
        core.afterSale()
                .claimGoods()
                .file(new ClaimGoods.Command(
                        order.id(),
                        parcel == null ? one(Reason.values()) : Reason.LOST,
                        parcel == null ? Map.of(line(order).number(), 1 + random.nextInt(2)) : Map.of(),
                        parcel == null ? null : parcel.id().number(),
                        one(Resolution.values()),
                        "photo-1",
                        LI_HERSELF));
    }

    private void decideClaim(List<OrderId> all) {
        Claim it = one(all, store.claims()::of, its -> its.status() == ClaimStatus.OPEN);
        if (it == null) {
            return;
        }
        if (random.nextInt(4) == 0) {
            core.afterSale().claimGoods().deny(it.id(), WAREHOUSE);
        } else {
            core.afterSale().claimGoods().approve(it.id(), null, WAREHOUSE);
        }
    }

    /** Rare, as banks are slow: an order whose payment is disputed is out of play for a while. */
    private void dispute(Order order) {
        PaymentIntent payment = store.payments().find(order.id().purchase()).orElse(null);
        if (payment == null || random.nextInt(6) > 0) {
            return;
        }
        payment.transactions().stream()
                .filter(it -> it.succeeded(PaymentTransaction.Kind.CAPTURE))
                .findFirst()
                .ifPresent(capture -> core.payments()
                        .hearOfDispute()
                        .hear(new HearOfDispute.Dispute(
                                order.id().purchase(),
                                capture.id(),
                                "dp-" + order.id(),
                                capture.amount().dividedBy(1 + random.nextInt(3), RoundingMode.DOWN),
                                one(HearOfDispute.Stage.values()))));
    }

    private @Nullable Fulfilment parcel(Order order) {
        List<Fulfilment> all = store.fulfilments().of(order.id());
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private OrderLine line(Order order) {
        return order.lines().get(random.nextInt(order.lines().size()));
    }

    private Sku sku() {
        return new Sku(skus.get(random.nextInt(skus.size())));
    }

    /** One of those that are not over, mostly; any of them now and then; null where there is none. */
    private <T> @Nullable T one(List<OrderId> orders, Function<OrderId, List<T>> of, Predicate<T> isOpen) {
        List<T> all = orders.stream().flatMap(id -> of.apply(id).stream()).toList();
        List<T> open = all.stream().filter(isOpen).toList();
        List<T> some = open.isEmpty() || random.nextInt(5) == 0 ? all : open;
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
