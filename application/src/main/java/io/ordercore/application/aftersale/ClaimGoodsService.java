package io.ordercore.application.aftersale;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import io.ordercore.domain.aftersale.AfterSaleRefusal;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.aftersale.ClaimStatus;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import io.ordercore.domain.aftersale.Way;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.order.LineLedger;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Actor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

final class ClaimGoodsService implements ClaimGoods {
    private final Store store;
    private final Caring caring;
    private final AfterSalePolicy policy;
    private final Ids ids;

    ClaimGoodsService(Store store, Caring caring, AfterSalePolicy policy, Ids ids) {
        this.store = store;
        this.caring = caring;
        this.policy = policy;
        this.ids = ids;
    }

    @Override
    public AfterSaleOutcome<Claim> file(Command command) {
        return store.transactions().run(() -> {
            Order order = caring.order(command.order());
            Optional<Fulfilment> lost = onTheRoad(command);
            Map<Integer, Integer> units = lost.map(Fulfilment::units).orElse(command.units());
            Set<AfterSaleRefusal> reasons = refusals(order, command, units, lost.isPresent());
            if (!reasons.isEmpty()) {
                return new AfterSaleOutcome.Refused<>(reasons);
            }
            Claim filed = new Claim(
                    new ClaimId(ids.next()),
                    order.id(),
                    ClaimStatus.OPEN,
                    command.reason(),
                    units,
                    command.fulfilment(),
                    command.wanted(),
                    command.evidence(),
                    command.actor(),
                    caring.now(),
                    1);
            store.claims().save(filed);
            caring.ask("claim-" + filed.id(), order);
            return new AfterSaleOutcome.Done<>(filed);
        });
    }

    private Optional<Fulfilment> onTheRoad(Command command) {
        return Optional.ofNullable(command.fulfilment())
                .filter(number -> number > 0)
                .flatMap(number -> store.fulfilments().find(new FulfilmentId(command.order(), number)))
                .filter(it -> it.stage() == FulfilmentStage.HANDED_OVER);
    }

    private Set<AfterSaleRefusal> refusals(
            Order order, Command command, Map<Integer, Integer> units, boolean onTheRoad) {
        Set<AfterSaleRefusal> reasons = EnumSet.noneOf(AfterSaleRefusal.class);
        if (command.reason() == Reason.LOST) {
            if (!policy.rule(Reason.LOST).ways().contains(Way.CLAIM)) {
                reasons.add(AfterSaleRefusal.NOT_FOR_THIS_REASON);
            }
            if (!onTheRoad) {
                reasons.add(AfterSaleRefusal.WRONG_STATUS);
            }
            return reasons;
        }
        reasons.addAll(caring.refusals(order.id(), command.reason(), Way.CLAIM, units));
        boolean there = !units.isEmpty()
                && command.fulfilment() == null
                && units.entrySet().stream()
                        .allMatch(it -> it.getValue() > 0
                                && it.getValue()
                                        <= order.line(it.getKey())
                                                .map(line -> line.ledger())
                                                .map(LineLedger::kept)
                                                .orElse(0));
        if (!there) {
            reasons.add(AfterSaleRefusal.NOT_THAT_MANY);
        }
        return reasons;
    }

    @Override
    public AfterSaleOutcome<Claim> approve(ClaimId id, @Nullable Resolution with, Actor actor) {
        return store.transactions().run(() -> {
            Claim open = find(id);
            if (!open.may(ClaimStatus.APPROVED)) {
                return new AfterSaleOutcome.Refused<>(Set.of(AfterSaleRefusal.WRONG_STATUS));
            }
            Claim approved = open.decided(true, with == null ? open.wanted() : with);
            Set<AfterSaleRefusal> reasons = approved.wanted() == Resolution.RESHIP
                    ? Set.of()
                    : caring.disputed(approved.order(), approved.units());
            if (reasons.isEmpty()) {
                reasons = giveUp(approved, actor);
            }
            if (!reasons.isEmpty()) {
                return new AfterSaleOutcome.Refused<>(reasons);
            }
            store.claims().save(approved);
            caring.decided("claim-" + id, actor);
            settle(approved, actor);
            Claim resolved = approved.resolved();
            store.claims().save(resolved);
            return new AfterSaleOutcome.Done<>(resolved);
        });
    }

    @Override
    public AfterSaleOutcome<Claim> deny(ClaimId id, Actor actor) {
        return store.transactions().run(() -> {
            Claim open = find(id);
            if (!open.may(ClaimStatus.DENIED)) {
                return new AfterSaleOutcome.Refused<>(Set.of(AfterSaleRefusal.WRONG_STATUS));
            }
            Claim denied = open.decided(false, open.wanted());
            store.claims().save(denied);
            caring.decided("claim-" + id, actor);
            return new AfterSaleOutcome.Done<>(denied);
        });
    }

    /** The goods are lost, or stay where they are; not possible if something else became of them meanwhile. */
    private Set<AfterSaleRefusal> giveUp(Claim claim, Actor actor) {
        Integer number = claim.fulfilment();
        if (number == null) {
            return caring.tried(claim.order(), claim.id().toString(), actor, care -> care.writeOff(claim.units()));
        }
        Fulfilment parcel = store.fulfilments()
                .find(new FulfilmentId(claim.order(), number))
                .orElseThrow();
        if (parcel.stage() != FulfilmentStage.HANDED_OVER) {
            return Set.of(AfterSaleRefusal.WRONG_STATUS);
        }
        boolean intercepted = store.interceptions().of(claim.order()).stream()
                .anyMatch(
                        it -> it.fulfilment().equals(parcel.id()) && it.status().isOpen());
        if (intercepted) {
            return Set.of(AfterSaleRefusal.INTERCEPTED);
        }
        Set<AfterSaleRefusal> reasons =
                caring.tried(claim.order(), claim.id().toString(), actor, care -> care.lose(claim.units()));
        if (reasons.isEmpty()) {
            store.fulfilments().save(parcel.cancelled());
        }
        return reasons;
    }

    private void settle(Claim claim, Actor actor) {
        String reference = claim.id().toString();
        Money nothing =
                Money.zero(caring.order(claim.order()).snapshot().shipping().getCurrencyUnit());
        switch (claim.wanted()) {
            case REFUND -> caring.must(claim.order(), reference, actor, care -> care.refund(claim.units(), nothing));
            case RESHIP ->
                claim.units()
                        .forEach((line, units) ->
                                caring.must(claim.order(), reference, actor, care -> care.sendAgain(line, units)));
            case REFUND_AND_RESHIP -> {
                claim.units()
                        .forEach((line, units) ->
                                caring.must(claim.order(), reference, actor, care -> care.sendAnother(line, units)));
                caring.must(claim.order(), reference, actor, care -> care.refund(claim.units(), nothing));
            }
        }
        caring.supply(claim.order(), reference, actor);
    }

    private Claim find(ClaimId id) {
        return store.claims().find(id).orElseThrow(() -> new UnknownAfterSaleException(id));
    }
}
