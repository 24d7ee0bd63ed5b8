package io.ordercore.application.logistics.incident;

import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.party.BuyerId;
import java.util.List;

/** Reads what buyers got for trouble on the way. */
@FunctionalInterface
public interface FindVouchers {
    /** A buyer's, the latest first. */
    List<Voucher> of(BuyerId buyer);
}
