package io.ordercore.application.logistics.incident;

import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.logistics.incident.VoucherRefusal;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Takes the voucher first: of two orders that ask for it at the same time, one waits, and finds it gone. */
final class RedeemVoucherService implements RedeemVoucher {
    private final Store store;
    private final Vouchers vouchers;
    private final OrderChanges changes;
    private final Clock clock;

    RedeemVoucherService(Store store, OrderChanges changes, Clock clock) {
        this.store = store;
        this.vouchers = store.vouchers();
        this.changes = changes;
        this.clock = clock;
    }

    /** The voucher is read before the order: if it pays for it already, the order read shows that. */
    @Override
    public VoucherDecision redeem(Command command) {
        return store.transactions().run(() -> {
            Optional<Voucher> found = vouchers.find(command.code());
            Order order = load(command.order());
            return found.filter(it -> it.buyer().equals(order.buyer()))
                    .map(voucher -> decided(voucher, order, command))
                    .orElseGet(() -> Refused.because(VoucherRefusal.NO_SUCH_VOUCHER));
        });
    }

    private VoucherDecision decided(Voucher voucher, Order order, Command command) {
        if (order.id().equals(voucher.redeemedFor())) {
            return new Redeemed(voucher, order);
        }
        Instant now = clock.instant();
        Set<VoucherRefusal> reasons = refusals(voucher, order, now);
        return reasons.isEmpty() ? paidWith(voucher, order, command, now) : new Refused(reasons);
    }

    private Order load(OrderId id) {
        return store.orders().find(id).orElseThrow(() -> new UnknownOrderException(id));
    }

    private static Set<VoucherRefusal> refusals(Voucher voucher, Order order, Instant now) {
        Set<VoucherRefusal> reasons = EnumSet.noneOf(VoucherRefusal.class);
        if (voucher.redeemedFor() != null) {
            reasons.add(VoucherRefusal.VOUCHER_REDEEMED);
        }
        if (voucher.hasExpired(now)) {
            reasons.add(VoucherRefusal.VOUCHER_EXPIRED);
        }
        if (!voucher.amount().getCurrencyUnit().equals(order.total().getCurrencyUnit())) {
            reasons.add(VoucherRefusal.VOUCHER_CURRENCY);
        }
        return reasons;
    }

    private VoucherDecision paidWith(Voucher voucher, Order order, Command command, Instant now) {
        if (!vouchers.redeem(voucher.code(), order.id(), now)) {
            return redeemedMeanwhile(voucher.code(), order.id());
        }
        return changes.change(
                        order.id(),
                        order.version(),
                        (it, at) -> it.redeem(voucher.code(), partOf(voucher, it), command.actor(), at))
                .decide(new OrderDecision.Cases<>() {
                    @Override
                    public VoucherDecision changed(OrderDecision.Changed it) {
                        return new Redeemed(voucher.redeemedFor(order.id()), it.order());
                    }

                    @Override
                    public VoucherDecision refused(OrderDecision.Refused it) {
                        vouchers.release(voucher.code(), order.id(), voucher.expiresAt());
                        return new Refused(it.reasons().stream()
                                .map(RedeemVoucherService::meaning)
                                .collect(Collectors.toSet()));
                    }
                });
    }

    private VoucherDecision redeemedMeanwhile(String code, OrderId order) {
        return vouchers.find(code)
                .filter(it -> order.equals(it.redeemedFor()))
                .<VoucherDecision>map(it -> new Redeemed(it, load(order)))
                .orElseGet(() -> Refused.because(VoucherRefusal.VOUCHER_REDEEMED));
    }

    /** What the order needs of it; the rest becomes a voucher of its own. */
    private static Money partOf(Voucher voucher, Order order) {
        Money most = order.redeemable();
        return voucher.amount().isGreaterThan(most) ? most : voucher.amount();
    }

    private static VoucherRefusal meaning(OrderRefusal reason) {
        return switch (reason) {
            case ON_HOLD -> VoucherRefusal.ORDER_ON_HOLD;
            case NOTHING_LEFT -> VoucherRefusal.VOUCHER_TOO_LARGE;
            case WRONG_STATUS,
                    UNKNOWN_LINE,
                    TOO_MANY_UNITS,
                    ALREADY_RELEASED,
                    ALREADY_SHIPPED,
                    NOT_DELIVERED,
                    UNDERPAID,
                    DISPUTED -> VoucherRefusal.ORDER_NOT_OPEN;
        };
    }
}
