package com.shop;

import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.PlacedPurchase;
import io.ordercore.domain.order.LineRefusal;
import java.time.Duration;
import java.util.List;

/** What the shop says to each outcome. A new outcome will not compile until it has a sentence here. */
final class Told implements Admission.Cases<String> {
    @Override
    public String placed(PlacedPurchase purchase) {
        return "placed " + purchase.id() + ", " + purchase.total() + " to pay";
    }

    @Override
    public String replayed(PlacedPurchase purchase) {
        return "placed before: " + purchase.id();
    }

    @Override
    public String refused(List<LineRefusal> lines) {
        return "refused: " + lines;
    }

    @Override
    public String otherCommand() {
        return "the key was used for another purchase";
    }

    @Override
    public String inProgress() {
        return "the same purchase is being placed right now";
    }

    @Override
    public String overloaded(Duration retryAfter) {
        return "come back in " + retryAfter.toSeconds() + " s";
    }
}
