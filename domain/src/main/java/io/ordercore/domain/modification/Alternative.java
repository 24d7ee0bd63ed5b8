package io.ordercore.domain.modification;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A lawful way to what the buyer wants when the order cannot simply be changed. The names are stable. */
public enum Alternative {
    /** The carrier sends the parcel elsewhere, without guarantee. */
    INTERCEPT_AND_REDIRECT(Stage.IN_TRANSIT, FeeKind.INTERCEPT),
    /** The carrier brings the parcel back and it is paid back; without guarantee. */
    INTERCEPT_AND_RETURN(Stage.IN_TRANSIT, FeeKind.INTERCEPT),
    /** The carrier brings the parcel back and the right goods are sent; without guarantee. */
    INTERCEPT_AND_RESHIP(Stage.IN_TRANSIT, FeeKind.INTERCEPT, FeeKind.RESHIP),
    /** The carrier delivers at another time. */
    RESCHEDULE_WITH_CARRIER(Stage.IN_TRANSIT),
    /** The buyer does not take the parcel; it is paid back when it has returned. */
    REFUSE_AT_DOOR(Stage.OUT_FOR_DELIVERY),
    /** Other goods for those received. */
    EXCHANGE_AFTER_RECEIPT(Stage.DELIVERED, FeeKind.RETURN_SHIPPING),
    RETURN_AFTER_RECEIPT(Stage.DELIVERED, FeeKind.RETURN_SHIPPING),
    /** What is wanted besides is ordered on its own. */
    NEW_ORDER(Stage.AFTER_WINDOW);

    private final Stage last;
    private final ImmutableList<FeeKind> fees;

    Alternative(Stage last, FeeKind... fees) {
        this.last = last;
        this.fees = ImmutableList.copyOf(fees);
    }

    /** What it costs. */
    public List<FeeKind> fees() {
        return fees;
    }

    /** Whether it can still be had, now or later, when the goods are at {@code stage}. */
    public boolean possibleFrom(Stage stage) {
        return stage.compareTo(last) <= 0;
    }
}
