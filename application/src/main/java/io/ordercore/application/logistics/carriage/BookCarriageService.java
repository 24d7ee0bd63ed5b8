package io.ordercore.application.logistics.carriage;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.carriage.Box;
import io.ordercore.domain.logistics.carriage.Carriage;
import io.ordercore.domain.logistics.carriage.Carriage.Label;
import io.ordercore.domain.logistics.carriage.Carriage.Wish;
import io.ordercore.domain.logistics.carriage.CarriageRefusal;
import io.ordercore.domain.logistics.carriage.CarriageStatus;
import io.ordercore.domain.money.Apportionment;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores that a carrier is being asked before it asks, outside any transaction: whoever comes later looks before asking again. */
final class BookCarriageService implements BookCarriage {
    private static final Logger LOG = LoggerFactory.getLogger(BookCarriageService.class);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final int LONGEST_CONTENTS = 100;

    private final Store store;
    private final Carriers carriers;
    private final Duration pause;
    private final Clock clock;

    BookCarriageService(Store store, Carriers carriers, Duration pause, Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public Optional<Carriage> of(FulfilmentId fulfilment) {
        return store.carriages().find(fulfilment);
    }

    @Override
    public Decision request(FulfilmentId id, Wish wish) {
        return store.transactions().run(() -> {
            Fulfilment fulfilment = store.fulfilments().find(id).orElseThrow(() -> new UnknownOrderException(id));
            Optional<Carriage> before = store.carriages().find(id);
            Optional<Carriage> standing = before.filter(it -> !it.isOver());
            if (standing.filter(it -> it.wish().equals(wish) && it.status() != CarriageStatus.CANCELLING)
                    .isPresent()) {
                return new Requested(standing.get());
            }
            Set<CarriageRefusal> reasons = refusals(fulfilment, wish);
            if (standing.isPresent()) {
                reasons.add(CarriageRefusal.ALREADY_BOOKED);
            }
            if (!reasons.isEmpty()) {
                return new Refused(reasons);
            }
            Carriage requested = before.map(it -> it.again(wish, now())).orElse(Carriage.requested(id, wish, now()));
            store.carriages().save(requested);
            return new Requested(requested);
        });
    }

    @Override
    public Decision cancel(FulfilmentId id) {
        return store.transactions().run(() -> {
            Fulfilment fulfilment = store.fulfilments().find(id).orElseThrow(() -> new UnknownOrderException(id));
            Optional<Carriage> found = store.carriages().find(id);
            if (found.isEmpty()) {
                return new Refused(EnumSet.of(CarriageRefusal.NOT_BOOKED));
            }
            return switch (found.get().status()) {
                case CANCELLING, CANCELLED -> new Requested(found.get());
                case REQUESTED, REFUSED -> new Refused(EnumSet.of(CarriageRefusal.NOT_BOOKED));
                case BOOKED -> cancelled(fulfilment, found.get());
            };
        });
    }

    private Decision cancelled(Fulfilment fulfilment, Carriage booked) {
        Set<CarriageRefusal> reasons = EnumSet.noneOf(CarriageRefusal.class);
        if (fulfilment.handover() != null) {
            reasons.add(CarriageRefusal.NOTHING_TO_BOOK);
        }
        ConnectedCarrier carrier = carriers.find(booked.wish().carrier());
        if (carrier == null) {
            reasons.add(CarriageRefusal.CARRIER_NOT_CONNECTED);
        } else if (!carrier.profile().can(Capability.CANCEL)) {
            reasons.add(CarriageRefusal.CARRIER_CANCELS_NOTHING);
        }
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        Carriage cancelling = booked.cancelling(now());
        store.carriages().save(cancelling);
        return new Requested(cancelling);
    }

    private Set<CarriageRefusal> refusals(Fulfilment fulfilment, Wish wish) {
        Set<CarriageRefusal> reasons = EnumSet.noneOf(CarriageRefusal.class);
        boolean inTheHouse = switch (fulfilment.stage()) {
            case OPEN, RELEASED, PICKING, PACKED -> true;
            case HANDED_OVER, DELIVERED, CANCELLED -> false;
        };
        if (!inTheHouse) {
            reasons.add(CarriageRefusal.NOTHING_TO_BOOK);
        }
        ConnectedCarrier carrier = carriers.find(wish.carrier());
        if (carrier == null) {
            reasons.add(CarriageRefusal.CARRIER_NOT_CONNECTED);
        } else if (!carrier.profile().can(Capability.BOOK)) {
            reasons.add(CarriageRefusal.CARRIER_TAKES_NO_BOOKINGS);
        }
        return reasons;
    }

    @Override
    public int ask(int limit) {
        int asked = 0;
        for (FulfilmentId id : store.carriages().due(now(), limit)) {
            try {
                asked += ask(id) ? 1 : 0;
            } catch (StaleVersionException askedMeanwhile) {
                LOG.debug("another node asks for {}", id, askedMeanwhile);
            }
        }
        return asked;
    }

    private boolean ask(FulfilmentId id) {
        Optional<Carriage> due = store.carriages()
                .find(id)
                .filter(it -> it.nextAt() != null && !it.nextAt().isAfter(now()));
        if (due.isEmpty()) {
            return false;
        }
        Carriage asking = due.get().asking(now().plus(CALL).plus(pause));
        store.transactions().run(() -> store.carriages().save(asking));
        Carriage answered = asking.status() == CarriageStatus.CANCELLING
                ? cancel(asking)
                : answer(asking, due.get().asked());
        store.transactions().run(() -> {
            store.carriages().save(answered);
            if (isNotNeeded(answered)) {
                store.carriages().save(answered.cancelling(now()));
            }
        });
        return true;
    }

    /** Its goods were given back while the carrier was asked. */
    private boolean isNotNeeded(Carriage it) {
        ConnectedCarrier carrier = carriers.find(it.wish().carrier());
        return it.status() == CarriageStatus.BOOKED
                && it.reason().isEmpty()
                && carrier != null
                && carrier.profile().can(Capability.CANCEL)
                && store.fulfilments()
                        .find(it.fulfilment())
                        .filter(fulfilment -> fulfilment.stage() == FulfilmentStage.CANCELLED)
                        .isPresent();
    }

    private Carriage cancel(Carriage it) {
        ConnectedCarrier carrier = carriers.find(it.wish().carrier());
        if (carrier == null) {
            return it.uncertain(now().plus(pause));
        }
        return carrier.cancel(
                        context(it),
                        it.label().carrierRef(),
                        "not needed any more",
                        new IdempotencyKey(it.key() + "-cancel"))
                .decide(new TakenBack(it, now(), pause));
    }

    private CarrierContext context(Carriage it) {
        return new CarrierContext("default", "ordercore", now().plus(CALL), Locale.ENGLISH, it.key());
    }

    private Carriage answer(Carriage it, boolean mayKnow) {
        ConnectedCarrier carrier = carriers.find(it.wish().carrier());
        if (carrier == null) {
            return it.uncertain(now().plus(pause));
        }
        IdempotencyKey key = new IdempotencyKey(it.key());
        CarrierContext context = context(it);
        CarrierResult<Booking> result =
                mayKnow ? carrier.findBooking(context, key) : carrier.book(context, shipment(it), key);
        boolean never = mayKnow
                && result instanceof CarrierResult.Rejected<Booking> no
                && no.code() == CarrierErrorCode.NOT_FOUND;
        return (never ? carrier.book(context, shipment(it), key) : result).decide(new Answered(it, mayKnow && !never));
    }

    /** What a carrier says. As long as it may have booked, only its own word ends it. */
    private final class Answered implements CarrierResult.Cases<Booking, Carriage> {
        private final Carriage asked;
        private final boolean mayBeBooked;

        Answered(Carriage asked, boolean mayBeBooked) {
            this.asked = asked;
            this.mayBeBooked = mayBeBooked;
        }

        @Override
        public Carriage ok(Booking booking, String raw) {
            return asked.booked(new Label(booking.carrierRef(), booking.numbers(), booking.label(), booking.price()));
        }

        @Override
        public Carriage rejected(CarrierResult.Rejected<?> no) {
            return mayBeBooked ? asked.uncertain(now().plus(pause)) : asked.refused(no.code() + " " + no.message());
        }

        @Override
        public Carriage retryable(CarrierResult.Retryable<?> later) {
            Instant next = now().plus(later.retryAfter());
            return mayBeBooked
                    ? asked.uncertain(next)
                    : asked.postponed(later.code().name(), next, now());
        }

        @Override
        public Carriage outcomeUnknown(CarrierResult.OutcomeUnknown<?> unknown) {
            return asked.uncertain(now().plus(pause));
        }

        @Override
        public Carriage unsupported(CarrierResult.Unsupported<?> no) {
            return asked.refused("UNSUPPORTED " + no.capability());
        }
    }

    private ShipmentOrder shipment(Carriage it) {
        Order order = store.orders().find(it.fulfilment().order()).orElseThrow();
        Fulfilment fulfilment = store.fulfilments().find(it.fulfilment()).orElseThrow();
        List<OrderLine> lines = fulfilment.units().keySet().stream()
                .map(number -> order.line(number).orElseThrow())
                .toList();
        String contents = lines.stream().map(OrderLine::title).collect(Collectors.joining(", "));
        Money worth = lines.stream()
                .map(line -> line.unitPrice().multipliedBy(fulfilment.units().getOrDefault(line.number(), 0)))
                .reduce(Money.zero(order.total().getCurrencyUnit()), Money::plus);
        List<Box> boxes = it.wish().boxes();
        List<Money> worths = Apportionment.byWeight(
                worth, boxes.stream().map(box -> (long) box.weightGrams()).toList());
        List<ParcelToSend> parcels = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            parcels.add(new ParcelToSend(
                    box.weightGrams(),
                    box.lengthMm(),
                    box.widthMm(),
                    box.heightMm(),
                    contents.substring(0, Math.min(LONGEST_CONTENTS, contents.length())),
                    worths.get(i)));
        }
        return new ShipmentOrder(
                it.fulfilment() + "-" + it.attempt(),
                it.wish().from(),
                order.recipient(),
                parcels,
                it.wish().service(),
                null);
    }

    private Instant now() {
        return clock.instant();
    }
}
