package io.ordercore.application.logistics.arrival;

import io.ordercore.domain.logistics.arrival.Lane;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Address;

/** From where to where an order goes, coarse enough to lead to nobody. */
public final class Lanes {
    private static final int ZONE = 2;

    private Lanes() {}

    /** Where a merchant ships from is not known, so each is a place of its own. */
    public static Lane of(Order order) {
        Address to = order.recipient().address();
        String postal = to.postalCode();
        return new Lane(order.merchant().value(), region(to), postal.substring(0, Math.min(ZONE, postal.length())));
    }

    /** Country and region. */
    public static String region(Address to) {
        return to.region().isEmpty() ? to.country() : to.country() + "/" + to.region();
    }
}
