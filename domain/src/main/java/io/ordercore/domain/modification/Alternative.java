package io.ordercore.domain.modification;

import com.google.common.collect.ImmutableList;
import io.ordercore.domain.logistics.intercept.Aim;
import java.util.List;
import java.util.Optional;

/** A lawful way to what the buyer wants when the order cannot simply be changed. The names are stable. */
public enum Alternative {
    /** The carrier sends the parcel elsewhere, without guarantee. */
    INTERCEPT_AND_REDIRECT(Stage.IN_TRANSIT, FeeKind.INTERCEPT),
    /** The carrier keeps the parcel where the buyer fetches it, without guarantee. */
    INTERCEPT_AND_HOLD(Stage.IN_TRANSIT, FeeKind.INTERCEPT),
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

    /** What the carrier is asked to do when it is chosen; empty if the carrier has nothing to do with it. */
    public Optional<Aim> aim() {
        return switch (this) {
            case INTERCEPT_AND_REDIRECT -> Optional.of(Aim.REDIRECT);
            case INTERCEPT_AND_HOLD -> Optional.of(Aim.HOLD);
            case INTERCEPT_AND_RETURN -> Optional.of(Aim.RETURN);
            case INTERCEPT_AND_RESHIP -> Optional.of(Aim.RESHIP);
            case RESCHEDULE_WITH_CARRIER -> Optional.of(Aim.RESCHEDULE);
            case REFUSE_AT_DOOR, EXCHANGE_AFTER_RECEIPT, RETURN_AFTER_RECEIPT, NEW_ORDER -> Optional.empty();
        };
    }

    /** Whether it can still be had, now or later, when the goods are at {@code stage}. */
    public boolean possibleFrom(Stage stage) {
        return stage.compareTo(last) <= 0;
    }
}
