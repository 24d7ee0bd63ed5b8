package io.ordercore.domain.credit;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a paid order until it has said all it has to say about its merchant: whether it was handed over in time, and,
 * once mature, how it ended and whose fault a bad end is.
 *
 * @param paidAt the limits for hand-over and delivery run from here
 * @param handedOverAt null until a carrier has its first parcel
 * @param problems what went wrong, as established so far
 * @param closedAt when its outcome was final: closed to returns, or cancelled; null before
 * @param handOverTold whether the hand-over was learnt
 * @param outcomeTold whether the outcome was learnt; nothing changes any more then
 * @param version rises by one with every change; 1 when opened
 */
public record OrderFile(
        OrderId order,
        MerchantId merchant,
        Instant placedAt,
        Instant paidAt,
        String category,
        Lane lane,
        @Nullable Instant handedOverAt,
        Set<Problem> problems,
        @Nullable Instant closedAt,
        boolean handOverTold,
        boolean outcomeTold,
        long version) {
    public OrderFile {
        problems = Set.copyOf(problems);
    }

    /** Opened when the order was paid. */
    public static OrderFile opened(
            OrderId order, MerchantId merchant, Instant placedAt, Instant paidAt, String category, Lane lane) {
        return new OrderFile(order, merchant, placedAt, paidAt, category, lane, null, Set.of(), null, false, false, 1);
    }

    /** A carrier took a parcel; only the first counts. */
    public OrderFile handedOver(Instant at) {
        return handedOverAt != null ? this : changed(at, problems, closedAt, handOverTold, outcomeTold);
    }

    /** A parcel arrived. */
    public OrderFile delivered(Instant at, OutcomeTerms terms) {
        return at.isAfter(paidAt.plus(terms.deliverWithin())) ? troubled(Problem.DELIVERED_LATE) : this;
    }

    /** Something went wrong. */
    public OrderFile troubled(Problem problem) {
        if (problems.contains(problem) || outcomeTold) {
            return this;
        }
        Set<Problem> more = EnumSet.of(problem);
        more.addAll(problems);
        return changed(handedOverAt, more, closedAt, handOverTold, outcomeTold);
    }

    /** The outcome is final. */
    public OrderFile closed(Instant at) {
        return closedAt != null ? this : changed(handedOverAt, problems, at, handOverTold, outcomeTold);
    }

    /** What can be learnt of it now. */
    public List<Evidence> evidence(OutcomeTerms terms, Instant now) {
        List<Evidence> due = new ArrayList<>(2);
        if (!handOverTold && isHandOverKnown(terms, now)) {
            due.add(handOver(terms));
        }
        if (!outcomeTold && isMature(terms, now)) {
            due.add(outcome(terms));
        }
        return due;
    }

    /** After {@link #evidence} was learnt. */
    public OrderFile told(OutcomeTerms terms, Instant now) {
        return changed(
                handedOverAt,
                problems,
                closedAt,
                handOverTold || isHandOverKnown(terms, now),
                outcomeTold || isMature(terms, now));
    }

    /** When {@link #evidence} will have something new at the latest; null when all is told. */
    public @Nullable Instant due(OutcomeTerms terms) {
        if (outcomeTold) {
            return null;
        }
        Instant mature = placedAt.plus(terms.matureAfter());
        Instant outcome = closedAt != null && closedAt.isBefore(mature) ? closedAt : mature;
        Instant shipBy = handedOverAt == null ? paidAt.plus(terms.shipWithin()) : handedOverAt;
        return !handOverTold && shipBy.isBefore(outcome) ? shipBy : outcome;
    }

    /** The same, to be stored as a version. */
    public OrderFile atVersion(long number) {
        return new OrderFile(
                order,
                merchant,
                placedAt,
                paidAt,
                category,
                lane,
                handedOverAt,
                problems,
                closedAt,
                handOverTold,
                outcomeTold,
                number);
    }

    private boolean isHandOverKnown(OutcomeTerms terms, Instant now) {
        boolean cancelledBefore = closedAt != null && handedOverAt == null;
        return handedOverAt != null || (!cancelledBefore && now.isAfter(paidAt.plus(terms.shipWithin())));
    }

    private boolean isMature(OutcomeTerms terms, Instant now) {
        return closedAt != null || !now.isBefore(placedAt.plus(terms.matureAfter()));
    }

    private Evidence handOver(OutcomeTerms terms) {
        Instant shipBy = paidAt.plus(terms.shipWithin());
        Instant at = handedOverAt == null || handedOverAt.isAfter(shipBy) ? shipBy : handedOverAt;
        return new Evidence.HandOver("hand-over-" + order, day(at), isHandedOverLate(terms));
    }

    private boolean isHandedOverLate(OutcomeTerms terms) {
        return handedOverAt == null || handedOverAt.isAfter(paidAt.plus(terms.shipWithin()));
    }

    private Evidence outcome(OutcomeTerms terms) {
        Attribution attribution = Attribution.of(problems, !isHandedOverLate(terms));
        Instant mature = placedAt.plus(terms.matureAfter());
        Instant known = closedAt != null && closedAt.isBefore(mature) ? closedAt : mature;
        return new Evidence.OrderOutcome(
                "order-" + order, day(placedAt), day(known), category, lane, attribution.end(), attribution.owner());
    }

    private OrderFile changed(
            @Nullable Instant handedOver,
            Set<Problem> established,
            @Nullable Instant closed,
            boolean toldOfHandOver,
            boolean toldOfOutcome) {
        return new OrderFile(
                order,
                merchant,
                placedAt,
                paidAt,
                category,
                lane,
                handedOver,
                established,
                closed,
                toldOfHandOver,
                toldOfOutcome,
                version + 1);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
