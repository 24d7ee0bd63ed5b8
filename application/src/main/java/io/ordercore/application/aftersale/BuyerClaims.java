package io.ordercore.application.aftersale;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** The claims, open and done. */
public interface BuyerClaims {
    Optional<Claim> find(ClaimId id);

    /** Those of an order, the latest first. */
    List<Claim> of(OrderId order);

    /**
     * Stores a claim.
     *
     * @param changed at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before (version 1 means that there is none)
     */
    void save(Claim changed);
}
