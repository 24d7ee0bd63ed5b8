package io.ordercore.application.order;

import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;

/** Says what placing a purchase would answer right now. Stores and reserves nothing. */
public interface PreviewPurchase {
    PlacingDecision preview(PurchaseRequest request, Actor actor);
}
