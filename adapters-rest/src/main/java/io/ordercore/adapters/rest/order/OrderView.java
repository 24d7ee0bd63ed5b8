package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.adapters.rest.party.RecipientBody;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.FulfilmentStatus;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderOperation;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PaymentStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is shown.
 *
 * @param payable what it costs without the cancelled units
 * @param fulfilments their ids, the earliest first
 * @param deliverTo null for a merchant until the order is paid
 * @param deliverWithin when the buyer is there; null for any time
 * @param note a word to whoever packs
 * @param dueAt when the next deadline passes: payment, receipt or closing
 */
@Schema(name = "Order")
record OrderView(
        String id,
        String purchase,
        String buyer,
        String merchant,
        OrderStatus status,
        PaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        MoneyBody total,
        MoneyBody payable,
        MoneyBody captured,
        MoneyBody refunded,
        List<Line> lines,
        List<Held> holds,
        List<String> fulfilments,
        @Nullable RecipientBody deliverTo,
        @Nullable Within deliverWithin,
        @Nullable String note,
        Instant placedAt,
        @Nullable Instant dueAt,
        long version) {

    /**
     * Some units of one SKU.
     *
     * @param quantities where the ordered units are, by kind; kinds without units are left out
     */
    @Schema(name = "OrderLine")
    record Line(
            int line,
            String sku,
            String title,
            int quantity,
            MoneyBody unitPrice,
            MoneyBody payable,
            Map<String, Integer> quantities) {}

    /** When the buyer is there; the end is exclusive. */
    @Schema(name = "DeliveryWindow")
    record Within(Instant from, Instant to) {
        static @Nullable Within of(@Nullable DeliveryWindow window) {
            return window == null ? null : new Within(window.from(), window.to());
        }
    }

    /** Something that stops some operations. */
    @Schema(name = "Hold")
    record Held(Hold.Type type, Collection<OrderOperation> blocks, String reason, Instant since) {}

    /** The order as {@code call} may see it. */
    static OrderView of(Order order, Call call) {
        var state = order.snapshot();
        boolean personal = seesRecipient(order.status(), call.role());
        DeliveryWishes wishes = order.wishes();
        return new OrderView(
                order.id().toString(),
                order.id().purchase().toString(),
                order.buyer().value(),
                order.merchant().value(),
                order.status(),
                order.paymentStatus(),
                order.fulfilmentStatus(),
                MoneyBody.of(order.total()),
                MoneyBody.of(order.payable()),
                MoneyBody.of(state.captured()),
                MoneyBody.of(state.refunded()),
                order.lines().stream().map(OrderView::line).toList(),
                order.holds().stream().map(OrderView::held).toList(),
                IntStream.rangeClosed(1, state.fulfilments())
                        .mapToObj(number -> new FulfilmentId(order.id(), number).toString())
                        .toList(),
                personal ? RecipientBody.of(order.recipient()) : null,
                Within.of(wishes.window()),
                personal && !wishes.note().isEmpty() ? wishes.note() : null,
                state.placedAt(),
                state.dueAt(),
                order.version());
    }

    /** A merchant needs the address to deliver, hence from payment on; everybody else who sees the order sees it. */
    private static boolean seesRecipient(OrderStatus status, Role role) {
        return role != Role.MERCHANT
                || switch (status) {
                    case CONFIRMED, COMPLETED, CLOSED -> true;
                    case DRAFT, PENDING_PAYMENT, EXPIRED, CANCELLED -> false;
                };
    }

    private static Line line(OrderLine line) {
        Map<String, Integer> quantities = new TreeMap<>();
        line.ledger().asMap().forEach((kind, count) -> {
            if (kind != Quantity.ORDERED) {
                quantities.put(ProblemType.codeOf(kind), count);
            }
        });
        return new Line(
                line.number(),
                line.sku().value(),
                line.title(),
                line.ordered(),
                MoneyBody.of(line.unitPrice()),
                MoneyBody.of(line.payable()),
                quantities);
    }

    private static Held held(Hold hold) {
        return new Held(hold.type(), hold.blocks().stream().sorted().toList(), hold.reason(), hold.since());
    }

    @Override
    public String toString() {
        return "OrderView[" + id + "]";
    }
}
