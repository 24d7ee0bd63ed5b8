package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Capability {@link Capability#INTERCEPT}: a parcel on its way can be stopped or turned. */
public interface Intercepts {
    /** What this one parcel still allows, with fee and deadline; empty when it is too late for everything. */
    CarrierResult<List<InterceptOption>> interceptOptions(CarrierContext context, TrackingNumber parcel);

    /** Asks for it. An action the parcel does not allow is {@code Rejected}; the outcome may come later, by push or poll. */
    CarrierResult<InterceptTicket> intercept(CarrierContext context, InterceptRequest request, IdempotencyKey key);

    /** Where an interception asked for earlier stands. */
    CarrierResult<InterceptTicket> findIntercept(CarrierContext context, TrackingNumber parcel, IdempotencyKey key);

    /** One thing a parcel still allows. */
    record InterceptOption(
            InterceptAction action,
            @Nullable Money fee,
            @Nullable Instant until) {}

    /**
     * Who is asked to do what. {@code newRecipient} is needed to redirect or to change the recipient, {@code newWindow} to change
     * the time.
     */
    record InterceptRequest(
            TrackingNumber parcel,
            InterceptAction action,
            @Nullable Recipient newRecipient,
            @Nullable DeliveryWindow newWindow,
            Payer payer,
            String reason) {}

    /** Who pays the carrier's fee. */
    enum Payer {
        SHIPPER,
        CONSIGNEE,
        MONTHLY_ACCOUNT
    }

    /** An interception and how far it got. */
    record InterceptTicket(
            String ref,
            TrackingNumber parcel,
            Status status,
            String reason,
            @Nullable Money fee) {
        /** REQUESTED until the carrier answers, then ACCEPTED or REFUSED, then DONE. */
        public enum Status {
            REQUESTED,
            ACCEPTED,
            REFUSED,
            DONE
        }
    }
}
