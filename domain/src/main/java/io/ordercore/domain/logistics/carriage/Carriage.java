package io.ordercore.domain.logistics.carriage;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A carrier booked for a fulfilment: what it is asked for and what it answered. Immutable. A fulfilment has one.
 *
 * @param attempt from 1; what the carrier refused may be asked for again, in other words or of another carrier
 * @param nextAt when the carrier is to be asked; absent when it has answered
 * @param asked whether it was asked in this attempt, so that it might know of it
 * @param version rises by one with every change; 1 when first requested
 */
public record Carriage(
        FulfilmentId fulfilment,
        Wish wish,
        int attempt,
        CarriageStatus status,
        Label label,
        String reason,
        boolean asked,
        Instant requestedAt,
        @Nullable Instant nextAt,
        long version) {
    /** A carrier that cannot be reached for so long, and never could, is not asked any more. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /**
     * What a carrier is asked for.
     *
     * @param service the carrier's own code; empty for its standard service
     */
    public record Wish(CarrierCode carrier, String service, Recipient from, List<Box> boxes) {
        public Wish {
            boxes = List.copyOf(boxes);
            if (boxes.isEmpty()) {
                throw new IllegalArgumentException("a carrier takes at least one box");
            }
        }
    }

    /**
     * What the carrier gave.
     *
     * @param carrierRef what it calls the shipment; empty before it is booked
     * @param numbers the leading one first
     * @param address where the label can be had; absent where the carrier prints its own
     */
    public record Label(
            String carrierRef,
            List<TrackingNumber> numbers,
            @Nullable String address,
            @Nullable Money price) {
        public static final Label NONE = new Label("", List.of(), null, null);

        public Label {
            numbers = List.copyOf(numbers);
        }
    }

    public static Carriage requested(FulfilmentId fulfilment, Wish wish, Instant now) {
        return new Carriage(fulfilment, wish, 1, CarriageStatus.REQUESTED, Label.NONE, "", false, now, now, 1);
    }

    /** Whether another carrier may be asked. */
    public boolean isOver() {
        return switch (status) {
            case REFUSED, CANCELLED -> true;
            case REQUESTED, BOOKED, CANCELLING -> false;
        };
    }

    /** After a refusal or a cancellation. */
    public Carriage again(Wish other, Instant now) {
        if (!isOver()) {
            throw new IllegalStateException(fulfilment + " has a carrier");
        }
        return new Carriage(
                fulfilment, other, attempt + 1, CarriageStatus.REQUESTED, Label.NONE, "", false, now, now, version + 1);
    }

    /** The carrier is being asked; if nothing is heard by {@code next}, it is asked what became of it. */
    public Carriage asking(Instant next) {
        return requested(true, next);
    }

    /** It may or may not have been booked: the carrier is asked about it until it says so. */
    public Carriage uncertain(Instant next) {
        return requested(true, next);
    }

    /** The carrier took nothing, and can be asked again. */
    public Carriage postponed(String why, Instant next, Instant now) {
        return requestedAt.plus(PATIENCE).isAfter(now) ? requested(false, next) : refused(why);
    }

    public Carriage booked(Label given) {
        return answered(CarriageStatus.BOOKED, given, "");
    }

    public Carriage refused(String why) {
        return answered(CarriageStatus.REFUSED, Label.NONE, why);
    }

    /** It is not needed any more. */
    public Carriage cancelling(Instant now) {
        if (status != CarriageStatus.BOOKED) {
            throw new IllegalStateException(fulfilment + " has no carrier");
        }
        return new Carriage(
                fulfilment, wish, attempt, CarriageStatus.CANCELLING, label, "", false, requestedAt, now, version + 1);
    }

    /** Taken back; the numbers are kept, because carriers use them again. */
    public Carriage cancelled() {
        return answered(CarriageStatus.CANCELLED, label, "");
    }

    /** The carrier does not take it back: it stands. */
    public Carriage stands(String why) {
        return answered(CarriageStatus.BOOKED, label, why);
    }

    /** Under which the carrier is asked, however often. */
    public String key() {
        return "carriage-" + fulfilment + "-" + attempt;
    }

    private Carriage requested(boolean isAsked, Instant next) {
        return new Carriage(fulfilment, wish, attempt, status, label, reason, isAsked, requestedAt, next, version + 1);
    }

    private Carriage answered(CarriageStatus answer, Label given, String why) {
        return new Carriage(fulfilment, wish, attempt, answer, given, why, true, requestedAt, null, version + 1);
    }
}
