package io.ordercore.application.logistics;

import io.ordercore.application.logistics.Cancels.CancelOutcome;
import io.ordercore.application.logistics.Claims.Claim;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Inquiries.Inquiry;
import io.ordercore.application.logistics.Inquiries.InquiryRequest;
import io.ordercore.application.logistics.Intercepts.InterceptOption;
import io.ordercore.application.logistics.Intercepts.InterceptRequest;
import io.ordercore.application.logistics.Intercepts.InterceptTicket;
import io.ordercore.application.logistics.ProvesDelivery.ProofOfDelivery;
import io.ordercore.application.logistics.Quotes.Quote;
import io.ordercore.application.logistics.Quotes.Serviceability;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.ReceivesPushes.VerifiedPush;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A carrier with every operation: those its adapter has are passed on, the others answer {@code Unsupported}. Refuses an
 * adapter that advertises a capability it does not implement, so that what is advertised works.
 */
public final class ConnectedCarrier {
    private static final Map<Capability, Class<?>> IMPLEMENTED_BY = new EnumMap<>(Map.ofEntries(
            Map.entry(Capability.SERVICEABILITY, Quotes.class),
            Map.entry(Capability.QUOTE, Quotes.class),
            Map.entry(Capability.BOOK, Books.class),
            Map.entry(Capability.CANCEL, Cancels.class),
            Map.entry(Capability.PICKUP, SchedulesPickups.class),
            Map.entry(Capability.TRACK_PULL, Tracks.class),
            Map.entry(Capability.TRACK_PUSH, ReceivesPushes.class),
            Map.entry(Capability.INTERCEPT, Intercepts.class),
            Map.entry(Capability.REVERSE, Reverses.class),
            Map.entry(Capability.INQUIRY, Inquiries.class),
            Map.entry(Capability.CLAIM, Claims.class),
            Map.entry(Capability.POD, ProvesDelivery.class)));

    private final CarrierGateway gateway;
    private final CarrierProfile profile;

    public ConnectedCarrier(CarrierGateway gateway) {
        this.gateway = gateway;
        this.profile = gateway.describe();
        IMPLEMENTED_BY.forEach((capability, type) -> {
            if (profile.can(capability) && !type.isInstance(gateway)) {
                throw new IllegalArgumentException(profile.code() + " advertises " + capability
                        + " and does not implement " + type.getSimpleName());
            }
        });
    }

    public CarrierProfile profile() {
        return profile;
    }

    public Meaning meaningOf(CarrierSignal signal) {
        return gateway.meaningOf(signal);
    }

    public CarrierResult<Serviceability> checkServiceability(CarrierContext context, ShipmentOrder shipment) {
        return through(Capability.SERVICEABILITY, Quotes.class, it -> it.checkServiceability(context, shipment));
    }

    public CarrierResult<List<Quote>> quote(CarrierContext context, ShipmentOrder shipment) {
        return through(Capability.QUOTE, Quotes.class, it -> it.quote(context, shipment));
    }

    public CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key) {
        return through(Capability.BOOK, Books.class, it -> it.book(context, shipment, key));
    }

    public CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key) {
        return through(Capability.BOOK, Books.class, it -> it.findBooking(context, key));
    }

    public CarrierResult<CancelOutcome> cancel(
            CarrierContext context, String carrierRef, String reason, IdempotencyKey key) {
        return through(Capability.CANCEL, Cancels.class, it -> it.cancel(context, carrierRef, reason, key));
    }

    /** One result for each number, in calls of at most the carrier's batch. */
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> results = new LinkedHashMap<>();
        if (profile.can(Capability.TRACK_PULL) && gateway instanceof Tracks tracks) {
            for (int from = 0; from < refs.size(); from += profile.trackBatch()) {
                results.putAll(tracks.track(
                        context, refs.subList(from, Math.min(refs.size(), from + profile.trackBatch()))));
            }
        } else {
            refs.forEach(ref -> results.put(ref.number(), CarrierResult.unsupported(Capability.TRACK_PULL)));
        }
        return results;
    }

    public CarrierResult<VerifiedPush> parsePush(CarrierPush push) {
        return through(Capability.TRACK_PUSH, ReceivesPushes.class, it -> it.parsePush(push));
    }

    public CarrierResult<Boolean> subscribe(
            CarrierContext context, TrackingRef parcel, String callbackUrl, IdempotencyKey key) {
        return through(
                Capability.TRACK_PUSH, ReceivesPushes.class, it -> it.subscribe(context, parcel, callbackUrl, key));
    }

    public CarrierResult<List<InterceptOption>> interceptOptions(CarrierContext context, TrackingNumber parcel) {
        return through(Capability.INTERCEPT, Intercepts.class, it -> it.interceptOptions(context, parcel));
    }

    /** An action outside the profile is {@code Unsupported} without asking the carrier. */
    public CarrierResult<InterceptTicket> intercept(
            CarrierContext context, InterceptRequest request, IdempotencyKey key) {
        if (!profile.interceptActions().contains(request.action())) {
            return CarrierResult.unsupported(Capability.INTERCEPT);
        }
        return through(Capability.INTERCEPT, Intercepts.class, it -> it.intercept(context, request, key));
    }

    public CarrierResult<InterceptTicket> findIntercept(
            CarrierContext context, TrackingNumber parcel, IdempotencyKey key) {
        return through(Capability.INTERCEPT, Intercepts.class, it -> it.findIntercept(context, parcel, key));
    }

    public CarrierResult<Booking> reverse(
            CarrierContext context, String originalRef, ShipmentOrder wayBack, IdempotencyKey key) {
        return through(Capability.REVERSE, Reverses.class, it -> it.reverse(context, originalRef, wayBack, key));
    }

    public CarrierResult<Inquiry> openInquiry(CarrierContext context, InquiryRequest request, IdempotencyKey key) {
        return through(Capability.INQUIRY, Inquiries.class, it -> it.openInquiry(context, request, key));
    }

    public CarrierResult<Inquiry> findInquiry(CarrierContext context, String inquiryRef) {
        return through(Capability.INQUIRY, Inquiries.class, it -> it.findInquiry(context, inquiryRef));
    }

    public CarrierResult<Claim> openClaim(CarrierContext context, ClaimRequest request, IdempotencyKey key) {
        return through(Capability.CLAIM, Claims.class, it -> it.openClaim(context, request, key));
    }

    public CarrierResult<Claim> findClaim(CarrierContext context, String claimRef) {
        return through(Capability.CLAIM, Claims.class, it -> it.findClaim(context, claimRef));
    }

    public CarrierResult<Claim> cancelClaim(CarrierContext context, String claimRef, IdempotencyKey key) {
        return through(Capability.CLAIM, Claims.class, it -> it.cancelClaim(context, claimRef, key));
    }

    public CarrierResult<ProofOfDelivery> proofOfDelivery(CarrierContext context, TrackingNumber parcel) {
        return through(Capability.POD, ProvesDelivery.class, it -> it.proofOfDelivery(context, parcel));
    }

    private <C, T> CarrierResult<T> through(
            Capability capability, Class<C> type, Function<C, CarrierResult<T>> operation) {
        return profile.can(capability) && type.isInstance(gateway)
                ? operation.apply(type.cast(gateway))
                : CarrierResult.unsupported(capability);
    }
}
