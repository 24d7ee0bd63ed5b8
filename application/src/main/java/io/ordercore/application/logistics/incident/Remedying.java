package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.incident.ChooseRemedy.Agreed;
import io.ordercore.application.logistics.incident.ChooseRemedy.Refused;
import io.ordercore.application.logistics.incident.ChooseRemedy.RemedyDecision;
import io.ordercore.application.logistics.intercept.ReceiveParcel;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.incident.RemedyPolicy;
import io.ordercore.domain.logistics.incident.RemedyRefusal;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * Carries remedies out, in the running transaction: case, parcel, order, stock and money change together. What happened
 * meanwhile shows in the parcel's stage, the line's ledger or a stale version, so nothing is given twice.
 */
final class Remedying {
    private static final Duration GRACE = Duration.ofDays(1);
    private static final Duration UNKNOWN_DATE = Duration.ofDays(4);

    private final Store store;
    private final OrderChanges changes;
    private final ResendGoods resending;
    private final OrderTerms terms;
    private final RemedyPolicy policy;
    private final Returning returning;
    private final Telling telling;
    private final Clock clock;
    private final Ids ids;

    Remedying(
            Store store,
            OrderChanges changes,
            ResendGoods resending,
            OrderTerms terms,
            RemedyPolicy policy,
            Returning returning,
            Telling telling,
            Clock clock,
            Ids ids) {
        this.store = store;
        this.changes = changes;
        this.resending = resending;
        this.terms = terms;
        this.policy = policy;
        this.returning = returning;
        this.telling = telling;
        this.clock = clock;
        this.ids = ids;
    }

    /** Offers what the policy says, or does it where there is nothing to choose. */
    IncidentCase offer(IncidentCase it, Set<Remedy> without) {
        Instant now = clock.instant();
        Optional<RemedyPolicy.Rule> rule = policy.rule(it.kind(), it.hasWaited());
        var choices = rule.map(RemedyPolicy.Rule::offered).stream()
                .flatMap(offered -> offered.stream().filter(remedy -> !without.contains(remedy)))
                .toList();
        if (rule.isEmpty() || choices.isEmpty()) {
            return saved(it.offering(choices, Duration.ZERO, "an agent decides", now));
        }
        IncidentCase offered = saved(it.offering(choices, rule.get().toChoose(), "offered " + choices, now));
        if (!rule.get().leavesAChoice()) {
            return byDefault(offered);
        }
        telling.buyer(
                offered,
                "remedy-offered",
                Map.of(
                        "options",
                        String.join(",", choices.stream().map(Remedy::name).toList()),
                        "default",
                        choices.get(0).name(),
                        "until",
                        offered.dueAt().toString()));
        return offered;
    }

    /** Nobody chose: the first of what was offered. What cannot be done is an agent's. */
    IncidentCase byDefault(IncidentCase it) {
        Remedy first = it.offered().get(0);
        return carryOut(it, first, Actor.system("remedies")).decide(new RemedyDecision.Cases<>() {
            @Override
            public IncidentCase agreed(IncidentCase now) {
                return now;
            }

            @Override
            public IncidentCase refused(Set<RemedyRefusal> reasons) {
                return saved(it.escalated(clock.instant()));
            }
        });
    }

    RemedyDecision choose(IncidentCase it, Remedy remedy, Actor actor) {
        if (it.remedy() == remedy && !it.hasTurnedUp()) {
            return new Agreed(it);
        }
        if (!it.stage().isOpen()) {
            return Refused.because(RemedyRefusal.CASE_OVER);
        }
        if (it.remedy() != null && it.remedy() != Remedy.KEEP_WAITING) {
            return Refused.because(RemedyRefusal.ALREADY_CHOSEN);
        }
        if (actor.role() == Role.BUYER && !it.offered().contains(remedy)) {
            return Refused.because(RemedyRefusal.NOT_OFFERED);
        }
        return carryOut(it, remedy, actor);
    }

    private RemedyDecision carryOut(IncidentCase it, Remedy remedy, Actor actor) {
        Fulfilment parcel = store.fulfilments().find(it.fulfilment()).orElseThrow();
        if (parcel.stage() == FulfilmentStage.CANCELLED) {
            return Refused.because(RemedyRefusal.SETTLED_OTHERWISE);
        }
        boolean delivered = parcel.stage() == FulfilmentStage.DELIVERED;
        if (delivered && (remedy.takesTime() || it.kind() != IncidentKind.DAMAGED)) {
            return Refused.because(RemedyRefusal.DELIVERED);
        }
        if (remedy != Remedy.KEEP_WAITING && returning.isBeingTurned(it.fulfilment())) {
            return Refused.because(RemedyRefusal.BEING_TURNED);
        }
        return switch (remedy) {
            case KEEP_WAITING -> keepWaiting(it, actor);
            case RESHIP, REFUND -> giveUp(it, remedy, parcel, actor);
            case PARTIAL_REFUND -> partOfThePrice(it, parcel, actor);
            case VOUCHER -> voucher(it, parcel, actor);
            case RETURN -> bringBack(it, parcel, actor);
        };
    }

    private RemedyDecision keepWaiting(IncidentCase it, Actor actor) {
        Instant until = newDate(it, clock.instant());
        IncidentCase waiting =
                saved(it.waitingFor(Remedy.KEEP_WAITING, what(Remedy.KEEP_WAITING, actor), until, clock.instant()));
        telling.buyer(waiting, "remedy-keep-waiting", Map.of("until", until.toString()));
        return new Agreed(waiting);
    }

    /** What the carrier expects, with a day's grace; a few days where nobody can tell, and for silence until it means loss. */
    private Instant newDate(IncidentCase it, Instant now) {
        Optional<Parcel> parcel = store.parcels().find(it.fulfilment());
        if (it.kind() == IncidentKind.STALLED && parcel.isPresent()) {
            return parcel.get().takenForLostAt().plus(GRACE);
        }
        ArrivalWindow window = parcel.map(Parcel::latestWindow).orElse(null);
        EventTime through = window == null ? null : window.through();
        Instant expected = through == null ? null : through.instant();
        return expected == null || expected.isBefore(now) ? now.plus(UNKNOWN_DATE) : expected.plus(GRACE);
    }

    private RemedyDecision giveUp(IncidentCase it, Remedy remedy, Fulfilment parcel, Actor actor) {
        Map<Integer, Integer> units = parcel.units();
        boolean onTheWay = parcel.stage() == FulfilmentStage.HANDED_OVER;
        Steps steps = steps(it, actor).then(care -> onTheWay ? care.lose(units) : care.writeOff(units));
        if (remedy == Remedy.REFUND) {
            steps.then(care -> care.refund(units, nothing(steps.order())));
        } else {
            units.forEach((line, count) -> steps.then(care -> care.sendAgain(line, count)));
        }
        if (!steps.refusals().isEmpty()) {
            return new Refused(steps.refusals());
        }
        if (onTheWay) {
            store.fulfilments().save(parcel.cancelled());
        }
        steps.save();
        Order after = remedy == Remedy.RESHIP
                ? resending.whatWaits(it.fulfilment().order(), reference(it), actor, clock.instant())
                : steps.order();
        return done(
                it, remedy, actor, Map.of("amount", steps.promisedBack(after).toString()));
    }

    private RemedyDecision partOfThePrice(IncidentCase it, Fulfilment parcel, Actor actor) {
        Map<Integer, Money> amounts = new TreeMap<>();
        for (OrderLine line : order(it.fulfilment()).lines()) {
            int units = parcel.units().getOrDefault(line.number(), 0);
            if (units > 0 && line.ledger().gone() == 0) {
                amounts.put(line.number(), policy.partOf(line.valueOfNext(units)));
            }
        }
        Steps steps = steps(it, actor).then(care -> care.compensate(amounts));
        if (!steps.refusals().isEmpty()) {
            return new Refused(steps.refusals());
        }
        steps.save();
        return done(
                it,
                Remedy.PARTIAL_REFUND,
                actor,
                Map.of("amount", steps.promisedBack(steps.order()).toString()));
    }

    private RemedyDecision voucher(IncidentCase it, Fulfilment parcel, Actor actor) {
        Order order = order(it.fulfilment());
        Money amount = policy.voucherFor(worth(order, parcel));
        if (!amount.isPositive()) {
            return Refused.because(RemedyRefusal.NOTHING_TO_GIVE_BACK);
        }
        String code = VoucherReactions.code(ids);
        Voucher voucher = Voucher.issued(code, order.buyer(), order.id(), reference(it), amount, clock.instant());
        store.vouchers().issue(voucher);
        return done(
                it,
                Remedy.VOUCHER,
                actor,
                Map.of(
                        "amount",
                        amount.toString(),
                        "voucher",
                        code,
                        "until",
                        voucher.expiresAt().toString()));
    }

    private RemedyDecision bringBack(IncidentCase it, Fulfilment parcel, Actor actor) {
        if (!returning.ask(it, parcel, nothing(order(it.fulfilment())), reference(it), actor)) {
            return Refused.because(RemedyRefusal.NOT_ON_THE_WAY);
        }
        IncidentCase waiting = saved(it.waitingFor(
                Remedy.RETURN,
                what(Remedy.RETURN, actor),
                clock.instant().plus(Returning.LOOK_AGAIN),
                clock.instant()));
        telling.buyer(waiting, "remedy-return", Map.of());
        return new Agreed(waiting);
    }

    /** A parcel that came back although nobody here turned it is paid back. Answers whether it was. */
    boolean paidBackAsReturned(FulfilmentId id) {
        Fulfilment parcel = store.fulfilments().find(id).orElseThrow();
        if (parcel.stage() != FulfilmentStage.HANDED_OVER || returning.isBeingTurned(id)) {
            return false;
        }
        Steps steps = new Steps(
                        changes,
                        order(id),
                        ReceiveParcel.returned(id),
                        terms,
                        Actor.system("tracking"),
                        clock.instant())
                .then(care -> care.comeBack(parcel.units(), false))
                .then(care -> care.refund(parcel.units(), nothing(order(id))));
        if (!steps.refusals().isEmpty()) {
            return false;
        }
        store.fulfilments().save(parcel.cancelled());
        steps.save();
        telling.buyer(
                id,
                "parcel-returned",
                Map.of("amount", steps.promisedBack(steps.order()).toString()));
        return true;
    }

    private Agreed done(IncidentCase it, Remedy remedy, Actor actor, Map<String, String> facts) {
        IncidentCase done = saved(it.remediedBy(remedy, what(remedy, actor), clock.instant()));
        telling.buyer(done, "remedy-" + remedy.name().toLowerCase(Locale.ROOT).replace('_', '-'), facts);
        return new Agreed(done);
    }

    /** What the parcel's units cost the buyer. */
    static Money worth(Order order, Fulfilment parcel) {
        Money worth = nothing(order);
        for (OrderLine line : order.lines()) {
            worth = worth.plus(line.unitPrice().multipliedBy(parcel.units().getOrDefault(line.number(), 0)));
        }
        return worth;
    }

    private static String what(Remedy remedy, Actor actor) {
        return remedy + " by " + actor.id();
    }

    private static String reference(IncidentCase it) {
        return "incident-" + it.id();
    }

    private Steps steps(IncidentCase it, Actor actor) {
        return new Steps(changes, order(it.fulfilment()), reference(it), terms, actor, clock.instant());
    }

    private Order order(FulfilmentId id) {
        return store.orders().find(id.order()).orElseThrow();
    }

    private static Money nothing(Order order) {
        return Money.zero(order.total().getCurrencyUnit());
    }

    private IncidentCase saved(IncidentCase changed) {
        store.incidents().save(changed);
        return changed;
    }
}
