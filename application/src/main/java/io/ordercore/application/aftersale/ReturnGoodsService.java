package io.ordercore.application.aftersale;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.domain.aftersale.Acceptance;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import io.ordercore.domain.aftersale.Reception;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnDecision;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.aftersale.ReturnStatus;
import io.ordercore.domain.aftersale.Way;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.order.Aftercare;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Actor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

final class ReturnGoodsService implements ReturnGoods {
    private static final Duration SEND_WITHIN = Duration.ofDays(10);
    private static final Actor DEADLINE = Actor.system("return-deadline");

    private final Store store;
    private final Caring caring;
    private final AfterSalePolicy policy;
    private final Ids ids;

    ReturnGoodsService(Store store, Caring caring, AfterSalePolicy policy, Ids ids) {
        this.store = store;
        this.caring = caring;
        this.policy = policy;
        this.ids = ids;
    }

    @Override
    public AfterSaleOutcome<Return> request(Command command) {
        return store.transactions().run(() -> {
            Order order = caring.order(command.order());
            Way way = command.exchangeFor() == null ? Way.RETURN : Way.EXCHANGE;
            Set<AfterSaleRefusal> reasons = caring.refusals(order.id(), command.reason(), way, command.lines());
            Optional<Offer> wanted = wanted(command);
            int units = command.lines().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (way == Way.EXCHANGE) {
                reasons.addAll(notToBeHad(order, wanted, units));
            }
            if (!reasons.isEmpty()) {
                return new AfterSaleOutcome.Refused<>(reasons);
            }
            return start(
                    order,
                    command,
                    wanted.map(offer -> new AddedLine(offer.sku(), offer.title(), offer.price(), 1))
                            .orElse(null));
        });
    }

    private AfterSaleOutcome<Return> start(Order order, Command command, @Nullable AddedLine instead) {
        ReturnId id = new ReturnId(ids.next());
        Set<AfterSaleRefusal> reasons =
                caring.tried(order.id(), id.toString(), command.actor(), care -> care.requestReturn(command.lines()));
        if (!reasons.isEmpty()) {
            return new AfterSaleOutcome.Refused<>(reasons);
        }
        Return asked = Return.requested(
                id,
                order.id(),
                command.reason(),
                command.lines(),
                instead,
                policy.fee(command.reason(), currency(order)),
                !policy.rule(command.reason()).asked(),
                command.actor(),
                caring.now(),
                caring.now().plus(SEND_WITHIN));
        store.returns().save(asked);
        if (asked.status() == ReturnStatus.REQUESTED) {
            caring.ask("return-" + id, order);
        }
        return new AfterSaleOutcome.Done<>(asked);
    }

    private Optional<Offer> wanted(Command command) {
        return Optional.ofNullable(command.exchangeFor()).flatMap(store.offers()::find);
    }

    private Set<AfterSaleRefusal> notToBeHad(Order order, Optional<Offer> wanted, int units) {
        boolean sold = wanted.filter(offer -> offer.orderable()
                        && offer.merchant().equals(order.merchant())
                        && offer.price().getCurrencyUnit().equals(currency(order)))
                .isPresent();
        if (!sold) {
            return Set.of(AfterSaleRefusal.EXCHANGE_NOT_SOLD);
        }
        long available = wanted.flatMap(offer -> store.stock().find(offer.sku()))
                .map(item -> item.available())
                .orElse(0L);
        return available < units ? Set.of(AfterSaleRefusal.EXCHANGE_SOLD_OUT) : Set.of();
    }

    @Override
    public AfterSaleOutcome<Return> approve(ReturnId id, Actor actor) {
        return step(id, Return::approve, actor);
    }

    @Override
    public AfterSaleOutcome<Return> decline(ReturnId id, Actor actor) {
        return step(id, Return::decline, actor);
    }

    @Override
    public AfterSaleOutcome<Return> cancel(ReturnId id, Actor actor) {
        return step(id, Return::cancel, actor);
    }

    @Override
    public AfterSaleOutcome<Return> sent(ReturnId id, String trackingNumber, Actor actor) {
        return step(id, it -> it.sent(trackingNumber), actor);
    }

    @Override
    public AfterSaleOutcome<Return> received(ReturnId id, Map<Integer, Reception> exceptions, Actor actor) {
        return step(id, it -> it.received(exceptions), actor);
    }

    @Override
    public AfterSaleOutcome<Return> inspected(ReturnId id, Map<Integer, Acceptance> findings, Actor actor) {
        return step(
                id,
                it -> {
                    Set<AfterSaleRefusal> disputed = caring.disputed(it.order(), it.lines());
                    return disputed.isEmpty() ? it.inspected(findings) : new ReturnDecision.Refused(disputed);
                },
                actor);
    }

    @Override
    public int expire(int limit) {
        int ended = 0;
        for (ReturnId id : store.returns().over(caring.now(), limit)) {
            boolean over = store.returns()
                    .find(id)
                    .filter(it -> it.isOver(caring.now()))
                    .isPresent();
            if (over) {
                step(id, Return::expire, DEADLINE);
                ended++;
            }
        }
        return ended;
    }

    private AfterSaleOutcome<Return> step(ReturnId id, Function<Return, ReturnDecision> how, Actor actor) {
        return store.transactions().run(() -> {
            Return stored = store.returns().find(id).orElseThrow(() -> new UnknownAfterSaleException(id));
            return how.apply(stored).decide(new ReturnDecision.Cases<AfterSaleOutcome<Return>>() {
                @Override
                public AfterSaleOutcome<Return> changed(Return changed) {
                    store.returns().save(changed);
                    if (stored.status() == ReturnStatus.REQUESTED) {
                        caring.decided("return-" + id, actor);
                    }
                    return new AfterSaleOutcome.Done<>(follow(changed, actor));
                }

                @Override
                public AfterSaleOutcome<Return> refused(Set<AfterSaleRefusal> reasons) {
                    return new AfterSaleOutcome.Refused<>(reasons);
                }
            });
        });
    }

    /** What follows from where it is now, in the running transaction. */
    private Return follow(Return now, Actor actor) {
        return switch (now.status()) {
            case DECLINED, CANCELLED, EXPIRED -> {
                give(now, now.lines(), actor);
                yield now;
            }
            case INSPECTED -> settle(now, actor);
            case REQUESTED, APPROVED, IN_TRANSIT, RECEIVED, REFUNDED, EXCHANGED, CLOSED -> now;
        };
    }

    private Return settle(Return now, Actor actor) {
        give(now, now.notTakenBack(), actor);
        Map<Integer, Integer> taken = now.takenBack();
        if (!taken.isEmpty()) {
            step(now, actor, care -> care.takeBack(taken, now.sellable()));
            AddedLine instead = now.exchange();
            if (instead == null) {
                step(now, actor, care -> care.refund(taken, now.fee()));
            } else {
                exchange(now, instead, taken, actor);
            }
        }
        Return settled = now.settled();
        store.returns().save(settled);
        return settled;
    }

    /** The way back is due with what the other goods cost more; they are taken from the shelf once it is paid. */
    private void exchange(Return now, AddedLine instead, Map<Integer, Integer> taken, Actor actor) {
        Money fee = now.fee();
        if (fee.isPositive()) {
            step(now, actor, care -> care.charge(fee));
        }
        taken.forEach((line, units) -> step(
                now,
                actor,
                care -> care.exchange(
                        line, units, new AddedLine(instead.sku(), instead.title(), instead.unitPrice(), units))));
        caring.supply(now.order(), now.id().toString(), actor);
    }

    private void give(Return now, Map<Integer, Integer> back, Actor actor) {
        if (!back.isEmpty()) {
            step(now, actor, care -> care.withdrawReturn(back));
        }
    }

    private void step(Return now, Actor actor, Function<Aftercare, OrderDecision> how) {
        caring.must(now.order(), now.id().toString(), actor, how);
    }

    private static CurrencyUnit currency(Order order) {
        return order.snapshot().shipping().getCurrencyUnit();
    }
}
