package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.party.BuyerId;
import java.util.List;

/** The vouchers buyers got for trouble on the way. */
public interface Vouchers {
    /** Gives a voucher, in the running transaction; for what one was given already, nothing happens and false is answered. */
    boolean issue(Voucher voucher);

    /** A buyer's, the latest first. */
    List<Voucher> of(BuyerId buyer);
}
