package io.ordercore.bootstrap.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One thing that happened to one order at one time. */
record Step(RecordedOrder order, Kind kind, Instant at) {
    /** What happened; in the sequence in which it happens to one order. */
    enum Kind {
        PLACE,
        PAY,
        CANCEL,
        SHIP,
        DELIVER
    }

    /** What happened to an order, in sequence. */
    static List<Step> of(RecordedOrder order) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(order, Kind.PLACE, order.placedAt()));
        if (order.isPaid()) {
            steps.add(new Step(order, Kind.PAY, order.paidAt()));
        }
        switch (order.ending()) {
            case CANCELLED, CANCELLED_UNPAID -> steps.add(new Step(order, Kind.CANCEL, order.paidAt()));
            case SHIPPED -> steps.add(new Step(order, Kind.SHIP, order.handedOverAt()));
            case DELIVERED -> {
                steps.add(new Step(order, Kind.SHIP, order.handedOverAt()));
                steps.add(new Step(order, Kind.DELIVER, order.deliveredAt()));
            }
            case UNPAID, PAID -> {
                // nothing follows
            }
        }
        return steps;
    }
}
