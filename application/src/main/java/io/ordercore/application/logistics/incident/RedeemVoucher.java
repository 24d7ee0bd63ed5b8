package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.logistics.incident.VoucherRefusal;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.util.EnumSet;
import java.util.Set;

/**
 * Has a voucher pay for part of an order that waits for its payment. It pays for one order, once; what of it goes back with goods
 * that are not bought after all comes back as a voucher. The same again changes nothing and answers the same.
 */
@FunctionalInterface
public interface RedeemVoucher {
    /**
     * Decides.
     *
     * @throws io.ordercore.application.order.UnknownOrderException if there is no such order
     * @throws io.ordercore.application.StaleVersionException if the order changes meanwhile
     */
    VoucherDecision redeem(Command command);

    /** What is asked. */
    record Command(OrderId order, String code, Actor actor) {}

    /** What becomes of it. */
    sealed interface VoucherDecision {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R redeemed(Voucher voucher, Order order);

            R refused(Set<VoucherRefusal> reasons);
        }
    }

    /** The order costs less now. */
    record Redeemed(Voucher voucher, Order order) implements VoucherDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.redeemed(voucher, order);
        }
    }

    /** Nothing has changed, for all of these reasons. */
    record Refused(Set<VoucherRefusal> reasons) implements VoucherDecision {
        public Refused {
            reasons = Set.copyOf(reasons);
        }

        static Refused because(VoucherRefusal reason) {
            return new Refused(EnumSet.of(reason));
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }
}
