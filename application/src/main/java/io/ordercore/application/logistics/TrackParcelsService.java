package io.ordercore.application.logistics;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.Transactions;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.ReceivesPushes.VerifiedPush;
import io.ordercore.application.logistics.arrival.ForecastArrival;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.NumberFormats;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class TrackParcelsService implements TrackParcels {
    private static final Logger LOG = LoggerFactory.getLogger(TrackParcelsService.class);
    private static final Actor TRACKING = Actor.system("tracking");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AFTER_A_NO = Duration.ofHours(6);

    private final Transactions transactions;
    private final TrackedParcels parcels;
    private final Orders orders;
    private final PushLog pushes;
    private final Carriers carriers;
    private final FulfilOrder fulfilOrder;
    private final ForecastArrival arrival;
    private final ParcelListener listener;
    private final Clock clock;

    TrackParcelsService(
            Store store,
            Carriers carriers,
            FulfilOrder fulfilOrder,
            ForecastArrival arrival,
            ParcelListener listener,
            Clock clock) {
        this.transactions = store.transactions();
        this.parcels = store.parcels();
        this.orders = store.orders();
        this.pushes = store.pushes();
        this.carriers = carriers;
        this.fulfilOrder = fulfilOrder;
        this.arrival = arrival;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public List<Parcel> of(OrderId order) {
        return parcels.of(order);
    }

    @Override
    public List<Parcel> endangered(EndangeredParcels wanted) {
        return parcels.endangered(wanted);
    }

    @Override
    public PushDecision take(CarrierCode code, CarrierPush push) {
        ConnectedCarrier carrier = carriers.find(code);
        if (carrier == null) {
            return new Refused(CarrierErrorCode.NOT_FOUND);
        }
        return carrier.parsePush(push).decide(new CarrierResult.Cases<VerifiedPush, PushDecision>() {
            @Override
            public PushDecision ok(VerifiedPush verified, String raw) {
                pushes.keep(new PushLog.Kept(code, push, now()));
                return new Taken(verified.acknowledgement(), verified.acknowledgementType());
            }

            @Override
            public PushDecision rejected(CarrierResult.Rejected<?> it) {
                pushes.refused(code, now());
                return new Refused(it.code());
            }

            @Override
            public PushDecision retryable(CarrierResult.Retryable<?> it) {
                return new Refused(it.code());
            }

            @Override
            public PushDecision outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
                return new Refused(CarrierErrorCode.UPSTREAM_DOWN);
            }

            @Override
            public PushDecision unsupported(CarrierResult.Unsupported<?> it) {
                return new Refused(CarrierErrorCode.NOT_FOUND);
            }
        });
    }

    @Override
    public int processPushes(int limit) {
        return pushes.process(limit, kept -> {
            ConnectedCarrier carrier = carriers.find(kept.carrier());
            if (carrier == null) {
                throw new IllegalStateException(kept.carrier() + " is no longer connected");
            }
            VerifiedPush push = carrier.parsePush(kept.push()).decide(new ValueOf<>());
            push.snapshots().forEach(snapshot -> merge(kept.carrier(), snapshot, kept.receivedAt()));
        });
    }

    /** A number nobody handed over is passed by: another shop's, or a hand-over that is not told yet and will be polled. */
    private void merge(CarrierCode carrier, TrackingSnapshot snapshot, Instant heardAt) {
        parcels.numbered(carrier, snapshot.number()).stream()
                .findFirst()
                .ifPresent(parcel -> save(parcel, snapshot, heardAt));
    }

    private void save(Parcel before, TrackingSnapshot snapshot, Instant heardAt) {
        Parcel after = arrival.revised(before.heard(snapshot.events(), snapshot.windows(), heardAt));
        after.state().unmappedCodes().stream()
                .filter(code -> !before.state().unmappedCodes().contains(code))
                .forEach(code -> LOG.warn("{} says {}, which nobody has mapped", before.carrier(), code));
        parcels.save(after);
        if (after.state().status() == TrackingStatus.DELIVERED && before.state().status() != TrackingStatus.DELIVERED) {
            fulfilOrder.deliver(after.fulfilment(), TRACKING);
        }
        listener.heard(before, after);
    }

    @Override
    public int poll(int limit) {
        Map<CarrierCode, Map<TrackingNumber, Parcel>> due = new TreeMap<>();
        for (Parcel parcel : parcels.takeDue(now(), LEASE, limit)) {
            due.computeIfAbsent(parcel.carrier(), code -> new LinkedHashMap<>()).put(parcel.number(), parcel);
        }
        due.forEach((code, asked) -> {
            ConnectedCarrier carrier = carriers.find(code);
            if (carrier == null) {
                asked.values().forEach(parcel -> askAgain(parcel, AFTER_A_NO));
            } else {
                ask(carrier, asked);
            }
        });
        return due.values().stream().mapToInt(Map::size).sum();
    }

    private void ask(ConnectedCarrier carrier, Map<TrackingNumber, Parcel> asked) {
        CarrierContext context =
                new CarrierContext("default", "ordercore", clock.instant().plus(PATIENCE), Locale.ENGLISH, "poll");
        List<TrackingRef> refs = asked.values().stream()
                .map(parcel -> {
                    TrackingRef ref = ref(carrier, parcel);
                    subscribe(carrier, context, parcel, ref);
                    return ref;
                })
                .toList();
        carrier.track(context, refs).forEach((number, result) -> {
            Parcel parcel = asked.get(number);
            if (parcel != null) {
                result.decide(new Answered(parcel));
            }
        });
    }

    /** Until a carrier was first heard of a parcel it is asked to push, too; its polls go on whatever it answers. */
    private void subscribe(ConnectedCarrier carrier, CarrierContext context, Parcel parcel, TrackingRef ref) {
        URI address = carriers.pushAddress(parcel.carrier());
        if (address == null || parcel.observedAt() != null || !carrier.profile().can(Capability.TRACK_PUSH)) {
            return;
        }
        CarrierResult<Boolean> answer = carrier.subscribe(
                context, ref, address.toString(), new IdempotencyKey("subscribe-" + parcel.fulfilment()));
        if (!(answer instanceof CarrierResult.Ok)) {
            LOG.info("{} does not push {}: {}", parcel.carrier(), parcel.fulfilment(), answer);
        }
    }

    /**
     * An aggregator must be told who moves the parcel: the number's format says so. Where numbers are used again the postal code
     * tells parcels apart; the last digits of the recipient's telephone go to carriers that answer nobody without them.
     */
    private TrackingRef ref(ConnectedCarrier carrier, Parcel parcel) {
        TrackingRef ref = TrackingRef.of(parcel.number())
                .shippedOn(parcel.handedOverAt().atZone(ZoneOffset.UTC).toLocalDate());
        TrackingRef told = orders.find(parcel.fulfilment().order())
                .map(order -> order.recipient())
                .map(recipient -> {
                    TrackingRef there = ref.sentTo(recipient.address().postalCode());
                    return carrier.profile().can(Capability.NEEDS_PHONE_SUFFIX)
                            ? there.withPhoneSuffix(recipient.phone().lastFour())
                            : there;
                })
                .orElse(ref);
        return NumberFormats.recognise(parcel.number().value()).stream()
                .findFirst()
                .map(recognised -> told.movedBy(recognised.carrier()))
                .orElse(told);
    }

    /** What a carrier answered about one parcel; the failure of one is nobody else's. */
    private final class Answered implements CarrierResult.Cases<TrackingSnapshot, Boolean> {
        private final Parcel parcel;

        Answered(Parcel parcel) {
            this.parcel = parcel;
        }

        @Override
        public Boolean ok(TrackingSnapshot snapshot, String raw) {
            unlessChanged(() -> parcels.find(parcel.fulfilment()).ifPresent(it -> save(it, snapshot, now())));
            return true;
        }

        @Override
        public Boolean rejected(CarrierResult.Rejected<?> it) {
            LOG.warn("{} refuses to tell of a parcel: {}", parcel.carrier(), it.code());
            return askAgain(parcel, AFTER_A_NO);
        }

        @Override
        public Boolean retryable(CarrierResult.Retryable<?> it) {
            return askAgain(parcel, it.retryAfter());
        }

        @Override
        public Boolean outcomeUnknown(CarrierResult.OutcomeUnknown<?> it) {
            return askAgain(parcel, LEASE);
        }

        @Override
        public Boolean unsupported(CarrierResult.Unsupported<?> it) {
            return askAgain(parcel, AFTER_A_NO);
        }
    }

    private boolean askAgain(Parcel parcel, Duration after) {
        unlessChanged(() ->
                parcels.find(parcel.fulfilment()).ifPresent(it -> parcels.save(it.askAgainAt(now().plus(after)))));
        return false;
    }

    /** Somebody heard of it meanwhile: theirs is the newer word, and what we heard will come again. */
    private void unlessChanged(Runnable work) {
        try {
            transactions.run(work);
        } catch (StaleVersionException e) {
            LOG.debug("heard of meanwhile", e);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
