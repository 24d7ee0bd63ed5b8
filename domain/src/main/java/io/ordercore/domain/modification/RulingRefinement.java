package io.ordercore.domain.modification;

import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.OrderOperation;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.time.Instant;
import java.util.List;

/** What the table cannot know: the order's own state, holds, the clock, who asks. Applied in the order of {@link #IN_ORDER}. */
final class RulingRefinement {
    static final RulingRefinement ENDED_ORDERS_STAY = new RulingRefinement(
            "ENDED_ORDERS_STAY",
            (ruled, asked, policy) -> asked.standing().order().status() == OrderStatus.EXPIRED
                            || asked.standing().order().status() == OrderStatus.CANCELLED
                    ? ruled.denied(RulingReason.ORDER_ENDED)
                    : ruled);

    static final RulingRefinement ONLY_THESE_ROLES_ASK =
            new RulingRefinement("ONLY_THESE_ROLES_ASK", (ruled, asked, policy) -> switch (asked.actor()
                    .role()) {
                case BUYER, AGENT, OPERATOR, MERCHANT, SYSTEM -> ruled;
                case WAREHOUSE, REVIEWER, INSPECTOR, CARRIER -> ruled.denied(RulingReason.ACTOR_MAY_NOT);
            });

    static final RulingRefinement AGENTS_SAY_WHO_ASKED_AND_WHY = new RulingRefinement(
            "AGENTS_SAY_WHO_ASKED_AND_WHY",
            (ruled, asked, policy) -> asked.actor().role() == Role.AGENT
                            && (asked.actor().reason() == null
                                    || asked.proof() == null
                                    || asked.actor().channel() == Channel.SELF_SERVICE)
                    ? ruled.denied(RulingReason.EVIDENCE_MISSING)
                    : ruled);

    static final RulingRefinement NOTHING_WHILE_A_PAYMENT_RUNS = new RulingRefinement(
            "NOTHING_WHILE_A_PAYMENT_RUNS",
            (ruled, asked, policy) -> asked.standing().paymentUnderWay() && asked.kind() != ChangeKind.NOTE
                    ? ruled.denied(RulingReason.PAYMENT_UNDER_WAY)
                    : ruled);

    static final RulingRefinement HOLDS_BLOCK = new RulingRefinement("HOLDS_BLOCK", (ruled, asked, policy) -> {
        Ruled held = ruled;
        for (Hold hold : asked.standing().order().holds()) {
            held = underHold(held, hold, asked.kind());
        }
        return held;
    });

    static final RulingRefinement CUT_OFF_COUNTS_AS_HANDOVER =
            new RulingRefinement("CUT_OFF_COUNTS_AS_HANDOVER", (ruled, asked, policy) -> {
                Instant cutOff = asked.standing().cutOff();
                if (asked.stage() != Stage.PACKED
                        || cutOff == null
                        || asked.now().isBefore(cutOff)
                        || !ruled.ruling().isOpen()) {
                    return ruled;
                }
                Ruled onTheRoad = policy.cell(asked.kind(), Stage.IN_TRANSIT);
                return onTheRoad.alternatives().isEmpty()
                        ? ruled.denied(RulingReason.PAST_CUT_OFF)
                        : ruled.only(onTheRoad.alternatives(), RulingReason.PAST_CUT_OFF);
            });

    static final RulingRefinement FEES_ARE_PRICED = new RulingRefinement(
            "FEES_ARE_PRICED",
            (ruled, asked, policy) -> ruled.fees().stream()
                            .anyMatch(fee -> policy.fee(
                                            fee,
                                            asked.standing()
                                                    .order()
                                                    .snapshot()
                                                    .shipping()
                                                    .getCurrencyUnit())
                                    .isEmpty())
                    ? ruled.approvedBy(Approver.SUPERVISOR, RulingReason.FEE_NOT_PRICED)
                    : ruled);

    static final RulingRefinement BUYERS_AGREE_TO_OTHERS_PROPOSALS = new RulingRefinement(
            "BUYERS_AGREE_TO_OTHERS_PROPOSALS",
            (ruled, asked, policy) -> asked.actor().role() == Role.BUYER
                            || asked.actor().role() == Role.SYSTEM
                            || asked.kind() == ChangeKind.NOTE
                    ? ruled
                    : ruled.agreedByBuyer());

    /** All of them, as they are applied. */
    static final List<RulingRefinement> IN_ORDER = List.of(
            ENDED_ORDERS_STAY,
            ONLY_THESE_ROLES_ASK,
            AGENTS_SAY_WHO_ASKED_AND_WHY,
            NOTHING_WHILE_A_PAYMENT_RUNS,
            HOLDS_BLOCK,
            CUT_OFF_COUNTS_AS_HANDOVER,
            FEES_ARE_PRICED,
            BUYERS_AGREE_TO_OTHERS_PROPOSALS);

    /** What still has to be looked at when a change goes another way than in place. */
    static final List<RulingRefinement> OF_WAYS = List.of(FEES_ARE_PRICED, BUYERS_AGREE_TO_OTHERS_PROPOSALS);

    private final String name;
    private final Rule rule;

    private RulingRefinement(String name, Rule rule) {
        this.name = name;
        this.rule = rule;
    }

    /** A stable name. */
    String name() {
        return name;
    }

    Ruled refine(Ruled ruled, Asked asked, ModificationPolicy policy) {
        return rule.refine(ruled, asked, policy);
    }

    private static Ruled underHold(Ruled ruled, Hold hold, ChangeKind kind) {
        if (hold.blocks().contains(OrderOperation.MODIFY)) {
            return ruled.denied(RulingReason.ORDER_ON_HOLD);
        }
        return switch (hold.type()) {
            case RISK, ADDRESS_VERIFICATION ->
                kind == ChangeKind.ADDRESS || kind == ChangeKind.CONTACT
                        ? ruled.approvedBy(Approver.SUPERVISOR, RulingReason.RISK_HOLD)
                        : ruled;
            case MERCHANT_SANCTION -> kind.asksForMore() ? ruled.denied(RulingReason.MERCHANT_SANCTIONED) : ruled;
            case QUALITY -> kind.asksForMore() ? ruled.denied(RulingReason.QUALITY_HOLD) : ruled;
            case STOCK, CUSTOMER_REQUEST -> ruled;
        };
    }

    @Override
    public String toString() {
        return name;
    }

    private interface Rule {
        Ruled refine(Ruled ruled, Asked asked, ModificationPolicy policy);
    }
}
