package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.logistics.incident.RedeemedVouchers;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/**
 * What happens to orders and gives vouchers back, in whole or in part:
 *
 * <pre>
 * EXPIRED, LINES_CANCELLED, MODIFIED, UNITS_REFUNDED, REPLACED by other goods
 * VOUCHER_REDEEMED for less than the voucher is worth
 * </pre>
 */
final class VoucherReactions implements OrderEventListener {
    private final Store store;
    private final Clock clock;
    private final Ids ids;

    VoucherReactions(Store store, Clock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            if (event.type() == OrderEventType.VOUCHER_REDEEMED) {
                store.vouchers()
                        .find(event.facts().getOrDefault("voucher", ""))
                        .ifPresent(voucher -> giveTheRest(voucher, event));
            } else if (about().contains(event.type())
                    && !store.vouchers().redeemedFor(event.order()).isEmpty()) {
                giveBack(event);
            }
        }
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(
                OrderEventType.EXPIRED,
                OrderEventType.LINES_CANCELLED,
                OrderEventType.MODIFIED,
                OrderEventType.UNITS_REFUNDED,
                OrderEventType.REPLACED,
                OrderEventType.VOUCHER_REDEEMED);
    }

    private void giveTheRest(Voucher voucher, OrderEvent event) {
        Money rest = voucher.amount().minus(Money.parse(event.facts().getOrDefault("amount", "")));
        if (rest.isPositive()) {
            giveBack(voucher, rest, event);
        }
    }

    private void giveBack(OrderEvent event) {
        Order order = store.orders().find(event.order()).orElseThrow();
        RedeemedVouchers.returnedBy(event, order, store.orders().history(event.order(), 0))
                .forEach(back -> store.vouchers()
                        .find(back.voucher())
                        .filter(it -> event.order().equals(it.redeemedFor()))
                        .ifPresent(voucher -> giveBack(voucher, back, event)));
    }

    private void giveBack(Voucher voucher, RedeemedVouchers.Return back, OrderEvent event) {
        if (back.whole() && back.amount().isEqual(voucher.amount())) {
            Voucher again = voucher.validUntil(voucher.expiryIfReturned(clock.instant()));
            store.vouchers().release(again.code(), event.order(), again.expiresAt());
            tell(again, event);
        } else {
            giveBack(voucher, back.amount(), event);
        }
    }

    private void giveBack(Voucher voucher, Money part, OrderEvent event) {
        Voucher returned = voucher.returned(
                code(ids),
                event.order(),
                "returned-" + voucher.code() + "-" + event.order() + "-" + event.sequence(),
                part,
                clock.instant());
        if (store.vouchers().issue(returned)) {
            tell(returned, event);
        }
    }

    private void tell(Voucher back, OrderEvent event) {
        store.notices()
                .tell(new Notice(
                        ids.next(),
                        Recipient.buyer(back.buyer().value()),
                        "voucher-returned/" + event.order() + "/" + event.sequence() + "/" + back.code(),
                        "voucher-returned",
                        event.order().toString(),
                        Map.of(
                                "voucher",
                                back.code(),
                                "amount",
                                back.amount().toString(),
                                "until",
                                back.expiresAt().toString()),
                        clock.instant()));
    }

    /** A code nobody guesses. */
    static String code(Ids ids) {
        return "V" + ids.next().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}
