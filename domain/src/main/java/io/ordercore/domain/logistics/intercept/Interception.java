package io.ordercore.domain.logistics.intercept;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that shall be stopped or turned, from the agreement to the outcome. Immutable. May hold personal data.
 *
 * @param parcel who has it, under which number
 * @param recipient where it shall go instead; null unless it is redirected
 * @param window when it shall come instead; null unless it is rescheduled
 * @param resends what is sent when it is back; empty unless that is the aim
 * @param terms what it costs and when that goes back
 * @param reference of the agreement, for the history
 * @param remark the carrier's own words, or what happened last; empty for nothing
 * @param asked whether the carrier may know of it
 * @param nextAt when the carrier is asked next; null for never
 * @param version rises by one with every change; 1 when first stored
 */
public record Interception(
        InterceptionId id,
        FulfilmentId fulfilment,
        Handover parcel,
        Aim aim,
        @Nullable Recipient recipient,
        @Nullable DeliveryWindow window,
        List<Resend> resends,
        Terms terms,
        FeeStatus feeStatus,
        String reference,
        Actor requestedBy,
        InterceptionStatus status,
        String remark,
        boolean asked,
        Instant requestedAt,
        @Nullable Instant nextAt,
        long version) {
    /** How long a carrier that never answers is asked. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    public Interception {
        resends = List.copyOf(resends);
        if ((aim == Aim.REDIRECT) != (recipient != null)
                || (aim == Aim.RESCHEDULE) != (window != null)
                || (aim == Aim.RESHIP) == resends.isEmpty()) {
            throw new IllegalArgumentException(
                    "a parcel is redirected somewhere, comes at a time, or is re-sent as goods");
        }
    }

    /**
     * What it costs.
     *
     * @param fee for trying
     * @param resendFee for sending again; it goes back unless that happens
     * @param refundedOn the outcomes on which the fee goes back
     */
    public record Terms(Money fee, Money resendFee, Set<InterceptionStatus> refundedOn) {
        public Terms {
            refundedOn = Set.copyOf(refundedOn);
        }
    }

    /** What the parcel's own carrier is told: one that was agreed and paid. */
    public static Interception requested(
            InterceptionId id,
            FulfilmentId fulfilment,
            Handover parcel,
            Aim aim,
            @Nullable Recipient recipient,
            @Nullable DeliveryWindow window,
            List<Resend> resends,
            Terms terms,
            String reference,
            Actor actor,
            Instant now) {
        boolean free = terms.fee().isZero() && terms.resendFee().isZero();
        return new Interception(
                id,
                fulfilment,
                parcel,
                aim,
                recipient,
                window,
                resends,
                terms,
                free ? FeeStatus.WAIVED : FeeStatus.CHARGED,
                reference,
                actor,
                InterceptionStatus.REQUESTED,
                "",
                false,
                now,
                now,
                1);
    }

    /** The carrier is about to be told; it may know from now on. */
    public Interception asking(Instant again) {
        return with(status, feeStatus, remark, true, again);
    }

    /** The carrier could not be asked, or has not decided; it is asked again, and given up after {@link #PATIENCE}. */
    public Interception unanswered(Instant again, Instant now) {
        boolean over = status == InterceptionStatus.REQUESTED && !now.isBefore(requestedAt.plus(PATIENCE));
        return over ? become(InterceptionStatus.REFUSED, "no answer") : with(status, feeStatus, remark, asked, again);
    }

    /** The carrier will try. */
    public Interception accepted(Instant again) {
        return status == InterceptionStatus.REQUESTED
                ? with(InterceptionStatus.ACCEPTED, feeStatus, remark, asked, again)
                : with(status, feeStatus, remark, asked, again);
    }

    /** The carrier has done what was asked. A parcel on its way back is not back yet. */
    public Interception done() {
        return status == aim.done() ? with(status, feeStatus, remark, asked, null) : become(aim.done(), remark);
    }

    /** The carrier does not. */
    public Interception refused(String why) {
        return become(InterceptionStatus.REFUSED, why);
    }

    /** Where it stands, as somebody saw it; empty if that cannot be any more. */
    public Optional<Interception> seen(InterceptionStatus where, String what) {
        return status.next().contains(where) ? Optional.of(become(where, what)) : Optional.empty();
    }

    /** The fee that goes back with this outcome: not more than was charged. */
    public Money feeBack(boolean resent) {
        Money nothing = Money.zero(terms.fee().getCurrencyUnit());
        if (feeStatus != FeeStatus.CHARGED) {
            return nothing;
        }
        Money back = terms.refundedOn().contains(status) ? terms.fee() : nothing;
        return resent ? back : back.plus(terms.resendFee());
    }

    /** The fee went back. */
    public Interception feeRefunded() {
        return new Interception(
                id,
                fulfilment,
                parcel,
                aim,
                recipient,
                window,
                resends,
                terms,
                FeeStatus.REFUNDED,
                reference,
                requestedBy,
                status,
                remark,
                asked,
                requestedAt,
                nextAt,
                version);
    }

    private Interception become(InterceptionStatus next, String what) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("interception " + id + " cannot go from " + status + " to " + next);
        }
        return with(next, feeStatus, what, asked, null);
    }

    private Interception with(
            InterceptionStatus next, FeeStatus fee, String what, boolean known, @Nullable Instant again) {
        return new Interception(
                id,
                fulfilment,
                parcel,
                aim,
                recipient,
                window,
                resends,
                terms,
                fee,
                reference,
                requestedBy,
                next,
                what,
                known,
                requestedAt,
                again,
                version + 1);
    }

    @Override
    public String toString() {
        return "Interception[" + id + " " + aim + " " + status + "]";
    }
}
