package io.ordercore.application.order;

import io.ordercore.application.CommandKey;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import java.util.concurrent.CompletionStage;

/** Places a purchase: one order per merchant, all of them or none. */
public interface PlacePurchase {
    /** Does not block; see {@link OrderIntake#admit} for how it can fail. */
    CompletionStage<OrderIntake.Admission> place(Command command);

    /**
     * What is asked.
     *
     * @param fingerprint a digest of the request as the caller sent it
     */
    record Command(PurchaseRequest request, CommandKey key, String fingerprint, Actor actor) {}
}
