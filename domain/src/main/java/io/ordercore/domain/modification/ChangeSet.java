package io.ordercore.domain.modification;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderModification;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes asked for together, from the quote to the end. Immutable. While it is open the units it needs are held for it.
 *
 * @param proof what shows the buyer's wish when somebody else asked
 * @param consented whether the buyer agreed
 * @param approved who of those that must has approved
 * @param steps everything that was said about it so far, the first first
 * @param version rises by one with every change; 1 when first stored
 */
public record ChangeSet(
        ChangeSetId id,
        OrderId order,
        ChangeSetStatus status,
        Actor requestedBy,
        @Nullable String proof,
        Quote quote,
        boolean consented,
        Set<Approver> approved,
        Instant requestedAt,
        List<ChangeSetStep> steps,
        long version) {
    public ChangeSet {
        steps = List.copyOf(steps);
        approved = Set.copyOf(approved);
    }

    /**
     * A fresh one; it waits for whoever must agree first.
     *
     * @param agreed whether the buyer, asking in person, agrees to the quote as it is
     */
    public static ChangeSet quoted(
            ChangeSetId id, OrderId order, Quoting.Request request, Quote quote, boolean agreed, Instant now) {
        boolean consented = switch (request.actor().role()) {
            case BUYER -> agreed;
            case SYSTEM -> true;
            case MERCHANT, WAREHOUSE, AGENT, REVIEWER, INSPECTOR, OPERATOR, CARRIER ->
                !quote.overall().consent();
        };
        ChangeSet draft = new ChangeSet(
                id,
                order,
                ChangeSetStatus.DRAFT,
                request.actor(),
                request.proof(),
                quote,
                consented,
                Set.of(),
                now,
                List.of(),
                0);
        return draft.onwards(draft.consented, draft.approved, request.actor(), request.proof(), now);
    }

    /** What was asked for. */
    public List<RequestedChange> changes() {
        return quote.changes().stream().map(RuledChange::change).toList();
    }

    /** Whose approval is still missing. */
    public Set<Approver> missing() {
        Set<Approver> missing = EnumSet.noneOf(Approver.class);
        missing.addAll(quote.overall().approvers());
        missing.removeAll(approved);
        return missing;
    }

    /** Whether it waits for a word the merchant may give. */
    public boolean asksMerchant() {
        return status == ChangeSetStatus.AWAITING_APPROVAL
                && missing().stream().anyMatch(it -> it.roles().contains(Role.MERCHANT));
    }

    /** Whether it ever waited for somebody's approval. */
    public boolean askedSomebody() {
        return steps.stream().anyMatch(step -> step.status() == ChangeSetStatus.AWAITING_APPROVAL);
    }

    /** What is held in stock while it is open. */
    public List<StockMove> held() {
        List<StockMove> held = new ArrayList<>();
        OrderModification modification = quote.modification();
        quote.lines().stream()
                .filter(line -> modification.grown().containsKey(line.line()))
                .forEach(line -> held.add(new StockMove(
                        StockMove.Kind.RESERVE, line.sku(), modification.grown().getOrDefault(line.line(), 0))));
        for (AddedLine line : modification.added()) {
            held.add(new StockMove(StockMove.Kind.RESERVE, line.sku(), line.units()));
        }
        return held;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(quote.until());
    }

    /** The buyer agrees; through an agent with proof of it. */
    public ChangeSetDecision consent(Actor actor, @Nullable String evidence, Instant now) {
        if (status != ChangeSetStatus.AWAITING_BUYER) {
            return refused(ChangeSetRefusal.WRONG_STATUS);
        }
        boolean proven = actor.role() == Role.BUYER || (actor.role() == Role.AGENT && evidence != null);
        if (!proven) {
            return refused(ChangeSetRefusal.NOT_FOR_THE_BUYER_TO_SAY);
        }
        return isOver(now)
                ? refused(ChangeSetRefusal.QUOTE_EXPIRED)
                : changed(onwards(true, approved, actor, evidence, now));
    }

    /** Somebody who has to approve does. */
    public ChangeSetDecision approve(Actor actor, Instant now) {
        if (status != ChangeSetStatus.AWAITING_APPROVAL) {
            return refused(ChangeSetRefusal.WRONG_STATUS);
        }
        Set<Approver> both = EnumSet.noneOf(Approver.class);
        both.addAll(approved);
        boolean any = missing().stream()
                .filter(it -> it.roles().contains(actor.role()))
                .anyMatch(both::add);
        if (!any) {
            return refused(ChangeSetRefusal.NOT_AN_APPROVER);
        }
        return isOver(now)
                ? refused(ChangeSetRefusal.QUOTE_EXPIRED)
                : changed(onwards(consented, both, actor, null, now));
    }

    /** Somebody who has a say does not agree; whoever asked takes it back. */
    public ChangeSetDecision decline(Actor actor, Instant now) {
        if (!status.isOpen()) {
            return refused(ChangeSetRefusal.WRONG_STATUS);
        }
        boolean own = actor.role() == Role.BUYER || actor.id().equals(requestedBy.id());
        boolean approver = status == ChangeSetStatus.AWAITING_APPROVAL
                && missing().stream().anyMatch(it -> it.roles().contains(actor.role()));
        if (!own && !approver && actor.role() != Role.AGENT && actor.role() != Role.OPERATOR) {
            return refused(ChangeSetRefusal.NOT_AN_APPROVER);
        }
        return changed(become(
                approver || status == ChangeSetStatus.AWAITING_BUYER
                        ? ChangeSetStatus.DECLINED
                        : ChangeSetStatus.CANCELLED,
                actor,
                now));
    }

    /** The time is over. */
    public ChangeSet expired(Actor actor, Instant now) {
        return become(ChangeSetStatus.EXPIRED, actor, now);
    }

    /** The order moved on; {@code fresh} is what would hold now. */
    public ChangeSet conflicted(Quote fresh, Actor actor, Instant now) {
        return with(legal(ChangeSetStatus.CONFLICTED), fresh, consented, approved, actor, null, now);
    }

    /** The difference was paid. */
    public ChangeSet paid(Actor actor, Instant now) {
        return become(ChangeSetStatus.QUOTED, actor, now);
    }

    /** Done. */
    public ChangeSet applied(Actor actor, Instant now) {
        return become(ChangeSetStatus.APPLIED, actor, now);
    }

    /** What the order's history keeps of it besides the change itself: as whom somebody agreed, and what shows it. */
    public Map<String, String> evidence() {
        Map<String, String> evidence = new TreeMap<>();
        put(evidence, "proof", proof);
        for (int i = 1; i < steps.size(); i++) {
            ChangeSetStep step = steps.get(i);
            ChangeSetStatus waitedFor = steps.get(i - 1).status();
            if (waitedFor == ChangeSetStatus.AWAITING_BUYER) {
                put(evidence, "agreedAs", step.actor().role().name());
                put(evidence, "agreementProof", step.proof());
            } else if (waitedFor == ChangeSetStatus.AWAITING_APPROVAL) {
                evidence.merge("approvedAs", step.actor().role().name(), (one, other) -> one + " " + other);
            }
        }
        return evidence;
    }

    private static void put(Map<String, String> evidence, String name, @Nullable String value) {
        if (value != null) {
            evidence.put(name, value);
        }
    }

    private ChangeSet onwards(
            boolean agreed, Set<Approver> approvals, Actor actor, @Nullable String evidence, Instant now) {
        return with(nextStatus(agreed, approvals), quote, agreed, approvals, actor, evidence, now);
    }

    private ChangeSetStatus nextStatus(boolean agreed, Set<Approver> approvals) {
        if (!agreed) {
            return legal(ChangeSetStatus.AWAITING_BUYER);
        }
        if (!approvals.containsAll(quote.overall().approvers())) {
            return status == ChangeSetStatus.AWAITING_APPROVAL ? status : legal(ChangeSetStatus.AWAITING_APPROVAL);
        }
        return legal(quote.due().isPositive() ? ChangeSetStatus.AWAITING_PAYMENT : ChangeSetStatus.QUOTED);
    }

    private ChangeSet become(ChangeSetStatus next, Actor actor, Instant now) {
        return with(legal(next), quote, consented, approved, actor, null, now);
    }

    private ChangeSetStatus legal(ChangeSetStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("change set " + id + " cannot go from " + status + " to " + next);
        }
        return next;
    }

    private ChangeSet with(
            ChangeSetStatus next,
            Quote terms,
            boolean agreed,
            Set<Approver> approvals,
            Actor actor,
            @Nullable String evidence,
            Instant now) {
        List<ChangeSetStep> all = new ArrayList<>(steps);
        all.add(new ChangeSetStep(next, actor, evidence, now));
        return new ChangeSet(
                id, order, next, requestedBy, proof, terms, agreed, approvals, requestedAt, all, version + 1);
    }

    private static ChangeSetDecision changed(ChangeSet changed) {
        return new ChangeSetDecision.Changed(changed);
    }

    private static ChangeSetDecision refused(ChangeSetRefusal reason) {
        return new ChangeSetDecision.Refused(reason);
    }

    @Override
    public String toString() {
        return "ChangeSet[" + id + " " + status + "]";
    }
}
