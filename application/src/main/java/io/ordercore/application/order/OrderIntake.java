package io.ordercore.application.order;

import io.ordercore.application.CommandKey;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.LoweredPrice;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.joda.money.Money;

/**
 * The one way into the store for a new purchase: current prices and stock are read, {@link
 * io.ordercore.domain.order.Placing} decides, and orders, reservations, events and the command's key are written in one
 * transaction. Waiting purchases may share a transaction; each is accepted or refused on its own, and the answer comes only
 * after the commit.
 */
public interface OrderIntake extends WatchIntake {
    /**
     * Admits or refuses a purchase. Does not block the caller.
     *
     * @return completes exceptionally with {@link io.ordercore.application.CommitUnknownException} when nobody can say whether
     *     it was stored, and with {@link io.ordercore.application.StoreUnavailableException} when it was not
     */
    CompletionStage<Admission> admit(Intake intake);

    /**
     * A purchase to be placed.
     *
     * @param id for it if it is placed now; a repetition keeps the first one
     */
    record Intake(
            PurchaseId id,
            PurchaseRequest request,
            CommandKey key,
            String fingerprint,
            Actor actor,
            Instant now,
            Instant payBy) {}

    /** What became of it. */
    sealed interface Admission {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R placed(PlacedPurchase purchase);

            R replayed(PlacedPurchase purchase);

            R refused(List<LineRefusal> lines);

            R otherCommand();

            R inProgress();

            R overloaded(Duration retryAfter);
        }
    }

    /**
     * A purchase as it was placed, whatever happened to it since.
     *
     * @param lowered lines that cost less than the buyer had seen
     */
    record PlacedPurchase(PurchaseId id, Money total, List<PlacedOrder> orders, List<LoweredPrice> lowered) {
        public PlacedPurchase {
            orders = List.copyOf(orders);
            lowered = List.copyOf(lowered);
        }

        /** At the prices the buyer had seen. */
        public PlacedPurchase(PurchaseId id, Money total, List<PlacedOrder> orders) {
            this(id, total, orders, List.of());
        }

        public static PlacedPurchase of(PlacingDecision.Placed placed) {
            return new PlacedPurchase(
                    placed.id(),
                    placed.total(),
                    placed.orders().stream()
                            .map(OrderDecision.Changed::order)
                            .map(order -> new PlacedOrder(order.merchant(), order.total()))
                            .toList(),
                    placed.lowered());
        }

        public OrderStatus status() {
            return OrderStatus.PENDING_PAYMENT;
        }
    }

    /** One order of it; its number is its place in the list, from 1. */
    record PlacedOrder(MerchantId merchant, Money total) {}

    /** Stored. */
    record Placed(PlacedPurchase purchase) implements Admission {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.placed(purchase);
        }
    }

    /** The same command was stored before. */
    record Replayed(PlacedPurchase purchase) implements Admission {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.replayed(purchase);
        }
    }

    /** Nothing was stored, for these reasons. */
    record Refused(List<LineRefusal> lines) implements Admission {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(lines);
        }
    }

    /** The key belongs to another command. */
    record OtherCommand() implements Admission {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.otherCommand();
        }
    }

    /** The same command is being stored right now. */
    record InProgress() implements Admission {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.inProgress();
        }
    }

    /** Too many are waiting; nothing was stored. */
    record Overloaded(Duration retryAfter) implements Admission {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.overloaded(retryAfter);
        }
    }
}
