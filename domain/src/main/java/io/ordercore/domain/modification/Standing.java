package io.ordercore.domain.modification;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands when somebody wants to change it.
 *
 * @param atTheDoor numbers of the fulfilments that are out for delivery
 * @param cutOff from when on a packed parcel counts as handed over; null for none
 * @param returnWindow how long after its delivery a parcel may be returned
 * @param paymentUnderWay whether the outcome of a payment is still open
 * @param intercepted numbers of the fulfilments a carrier was asked to stop or turn, the outcome still open
 * @param refundable what there is to be given back, the buyer's bank claiming the rest; null for all that was paid
 */
public record Standing(
        Order order,
        List<Fulfilment> fulfilments,
        Set<Integer> atTheDoor,
        @Nullable Instant cutOff,
        Duration returnWindow,
        boolean paymentUnderWay,
        Set<Integer> intercepted,
        @Nullable Money refundable) {
    public Standing {
        fulfilments = List.copyOf(fulfilments);
        atTheDoor = Set.copyOf(atTheDoor);
        intercepted = Set.copyOf(intercepted);
    }

    /** An order no parcel of which is being stopped or turned. */
    public Standing(
            Order order,
            List<Fulfilment> fulfilments,
            Set<Integer> atTheDoor,
            @Nullable Instant cutOff,
            Duration returnWindow,
            boolean paymentUnderWay) {
        this(order, fulfilments, atTheDoor, cutOff, returnWindow, paymentUnderWay, Set.of(), null);
    }

    /** An order of which nothing was released yet. */
    public static Standing of(Order order) {
        return new Standing(order, List.of(), Set.of(), null, Duration.ofDays(7), false);
    }

    /** How far the goods are that a change touches: the furthest of them decides. */
    public Stage stageOf(RequestedChange change, Instant now) {
        Integer number = change.line();
        Optional<OrderLine> line = number == null ? Optional.empty() : order.line(number);
        if (line.isEmpty() || change.kind().asksForMore()) {
            return stage(change.kind() == ChangeKind.CANCEL, now);
        }
        int left = left(line.get());
        return stageOf(line.get(), change.units() == 0 ? left : change.units(), now);
    }

    /** How far a whole line is, or the order where {@code line} is null, for a change of this kind. */
    public Stage stage(ChangeKind kind, @Nullable Integer line, Instant now) {
        Optional<OrderLine> found = line == null ? Optional.empty() : order.line(line);
        return found.isEmpty() || kind.asksForMore()
                ? stage(kind == ChangeKind.CANCEL, now)
                : stageOf(found.get(), left(found.get()), now);
    }

    /** How far the order is as a whole: its furthest units that are still to be delivered. */
    public Stage stage(Instant now) {
        return stage(false, now);
    }

    /** The fulfilments a change has to be taken back from the warehouse for. */
    public List<Fulfilment> toRecall(RequestedChange change, Instant now) {
        if (fulfilments.isEmpty()
                || change.kind() == ChangeKind.NOTE
                || !stageOf(change, now).inWarehouse()) {
            return List.of();
        }
        Integer line = change.line();
        return fulfilments.stream()
                .filter(it -> stageOf(it, now).inWarehouse())
                .filter(it -> line == null || it.units().containsKey(line))
                .toList();
    }

    /** The parcels a carrier has on the road that a change touches. */
    public List<Fulfilment> onTheRoad(RequestedChange change, Instant now) {
        Integer line = change.line();
        return fulfilments.stream()
                .filter(it -> stageOf(it, now) == Stage.IN_TRANSIT)
                .filter(it -> line == null || it.units().containsKey(line))
                .toList();
    }

    /** Units of a line that are still wanted: neither cancelled nor paid back nor exchanged. */
    static int left(OrderLine line) {
        return line.ordered() - line.ledger().gone();
    }

    private Stage stage(boolean deliveredCount, Instant now) {
        boolean outstanding =
                order.lines().stream().anyMatch(line -> line.ledger().outstanding() > 0);
        boolean all = deliveredCount || !outstanding;
        return furthest(it -> all || !isDelivered(it), now).orElse(notReleased());
    }

    private Stage stageOf(OrderLine line, int units, Instant now) {
        LineLedger ledger = line.ledger();
        if (units <= ledger.cancellable()) {
            return notReleased();
        }
        boolean warehouseIsEnough = units <= ledger.cancellable() + ledger.inWarehouse();
        boolean carrierIsEnough = units <= ledger.outstanding();
        return furthest(
                        it -> it.units().containsKey(line.number())
                                && (!warehouseIsEnough || stageOf(it, now).inWarehouse())
                                && (!carrierIsEnough || !isDelivered(it)),
                        now)
                .orElse(notReleased());
    }

    private Optional<Stage> furthest(Predicate<Fulfilment> which, Instant now) {
        return fulfilments.stream().filter(which).map(it -> stageOf(it, now)).max(Comparator.naturalOrder());
    }

    private Stage stageOf(Fulfilment fulfilment, Instant now) {
        return switch (fulfilment.stage()) {
            case OPEN, CANCELLED -> notReleased();
            case RELEASED -> Stage.RELEASED;
            case PICKING -> Stage.PICKING;
            case PACKED -> Stage.PACKED;
            case HANDED_OVER ->
                atTheDoor.contains(fulfilment.id().number()) ? Stage.OUT_FOR_DELIVERY : Stage.IN_TRANSIT;
            case DELIVERED ->
                Objects.requireNonNull(fulfilment.deliveredAt(), "a delivery has a time")
                                .plus(returnWindow)
                                .isAfter(now)
                        ? Stage.DELIVERED
                        : Stage.AFTER_WINDOW;
        };
    }

    private static boolean isDelivered(Fulfilment fulfilment) {
        return switch (fulfilment.stage()) {
            case DELIVERED -> true;
            case OPEN, RELEASED, PICKING, PACKED, HANDED_OVER, CANCELLED -> false;
        };
    }

    private Stage notReleased() {
        return order.status() == OrderStatus.PENDING_PAYMENT ? Stage.PENDING_PAYMENT : Stage.CONFIRMED;
    }
}
