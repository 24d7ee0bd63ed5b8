package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.BuyerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The vouchers buyers got for trouble on the way. */
public interface Vouchers {
    /** Gives a voucher, in the running transaction; for what one was given already, nothing happens and false is answered. */
    boolean issue(Voucher voucher);

    Optional<Voucher> find(String code);

    /** A buyer's, the latest first. */
    List<Voucher> of(BuyerId buyer);

    /** Those that pay for an order. */
    List<Voucher> redeemedFor(OrderId order);

    /**
     * Has a voucher pay for an order, in the running transaction. Of many at the same time one is told true; false, too, for a
     * voucher that has expired.
     */
    boolean redeem(String code, OrderId order, Instant now);

    /** Makes a voucher that pays for this order usable again, until then; any other stays as it is. */
    void release(String code, OrderId order, Instant expiresAt);
}
