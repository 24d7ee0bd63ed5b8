package io.ordercore.domain.aftersale;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come back, for money or for other goods; each unit with what became of it and what was found. Immutable.
 *
 * @param exchange what is sent instead of each unit, at the price agreed; its count is 1. Null for money
 * @param fee for the way back, taken out of what is paid back, or due before other goods are sent
 * @param trackingNumber of the parcel the buyer sent; null before
 * @param until when it ends unless the buyer has sent the goods
 * @param version rises by one with every change; 1 when first stored
 */
public record Return(
        ReturnId id,
        OrderId order,
        ReturnStatus status,
        Reason reason,
        List<ReturnUnit> units,
        @Nullable AddedLine exchange,
        Money fee,
        @Nullable String trackingNumber,
        Actor requestedBy,
        Instant requestedAt,
        Instant until,
        long version) {
    public Return {
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a return has units");
        }
    }

    /**
     * One that was just asked for.
     *
     * @param lines line number to count
     * @param approved whether the merchant need not be asked
     */
    public static Return requested(
            ReturnId id,
            OrderId order,
            Reason reason,
            Map<Integer, Integer> lines,
            @Nullable AddedLine exchange,
            Money fee,
            boolean approved,
            Actor actor,
            Instant now,
            Instant until) {
        List<ReturnUnit> units = new ArrayList<>();
        new TreeMap<>(lines).forEach((line, count) -> {
            for (int i = 0; i < count; i++) {
                units.add(new ReturnUnit(units.size() + 1, line, Reception.AWAITING, Acceptance.PENDING));
            }
        });
        return new Return(
                id,
                order,
                approved ? ReturnStatus.APPROVED : ReturnStatus.REQUESTED,
                reason,
                units,
                exchange,
                fee,
                null,
                actor,
                now,
                until,
                1);
    }

    /** What it is about: line number to count. */
    public Map<Integer, Integer> lines() {
        return count(unit -> true);
    }

    /** What was taken back. */
    public Map<Integer, Integer> takenBack() {
        return count(ReturnUnit::isTakenBack);
    }

    /** What was taken back and goes to the shelf. */
    public Map<Integer, Integer> sellable() {
        return count(unit -> unit.isTakenBack() && unit.acceptance() == Acceptance.ACCEPTED);
    }

    /** What the buyer keeps. */
    public Map<Integer, Integer> notTakenBack() {
        return count(unit -> !unit.isTakenBack());
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until) && (status == ReturnStatus.REQUESTED || status == ReturnStatus.APPROVED);
    }

    public ReturnDecision approve() {
        return become(ReturnStatus.APPROVED, unit -> unit);
    }

    public ReturnDecision decline() {
        return become(ReturnStatus.DECLINED, unit -> unit.at(Reception.CANCELLED));
    }

    public ReturnDecision cancel() {
        return become(ReturnStatus.CANCELLED, unit -> unit.at(Reception.CANCELLED));
    }

    public ReturnDecision expire() {
        return become(ReturnStatus.EXPIRED, unit -> unit.at(Reception.EXPIRED));
    }

    /** The buyer sent the goods. */
    public ReturnDecision sent(String number) {
        return become(ReturnStatus.IN_TRANSIT, unit -> unit.at(Reception.IN_TRANSIT))
                .andNumber(number);
    }

    /**
     * The warehouse opened the parcel.
     *
     * @param exceptions what is not simply there, by the unit's number
     */
    public ReturnDecision received(Map<Integer, Reception> exceptions) {
        return known(exceptions)
                ? become(
                        ReturnStatus.RECEIVED,
                        unit -> unit.at(exceptions.getOrDefault(unit.number(), Reception.RECEIVED)))
                : unknown();
    }

    /**
     * The warehouse looked at the goods.
     *
     * @param findings what is not simply accepted, by the unit's number
     */
    public ReturnDecision inspected(Map<Integer, Acceptance> findings) {
        if (!known(findings)) {
            return unknown();
        }
        boolean open = units.stream()
                .anyMatch(unit -> unit.reception() == Reception.RECEIVED
                        && findings.getOrDefault(unit.number(), Acceptance.ACCEPTED)
                                .isOpen());
        Function<ReturnUnit, ReturnUnit> look = unit -> unit.reception() == Reception.RECEIVED
                ? unit.found(findings.getOrDefault(unit.number(), Acceptance.ACCEPTED))
                : unit.found(Acceptance.REJECTED);
        return open && status == ReturnStatus.RECEIVED
                ? new ReturnDecision.Changed(with(status, look, trackingNumber))
                : become(ReturnStatus.INSPECTED, look);
    }

    /** What follows was done. */
    public Return settled() {
        ReturnStatus last = takenBack().isEmpty()
                ? ReturnStatus.CLOSED
                : exchange == null ? ReturnStatus.REFUNDED : ReturnStatus.EXCHANGED;
        if (!status.next().contains(last)) {
            throw new IllegalStateException("return " + id + " cannot go from " + status + " to " + last);
        }
        return with(last, unit -> unit, trackingNumber);
    }

    Return with(String number) {
        return new Return(
                id, order, status, reason, units, exchange, fee, number, requestedBy, requestedAt, until, version);
    }

    private boolean known(Map<Integer, ?> numbers) {
        return numbers.keySet().stream().allMatch(number -> number >= 1 && number <= units.size());
    }

    private static ReturnDecision unknown() {
        return new ReturnDecision.Refused(EnumSet.of(AfterSaleRefusal.UNKNOWN_UNIT));
    }

    private Map<Integer, Integer> count(Predicate<ReturnUnit> which) {
        Map<Integer, Integer> counts = new TreeMap<>();
        units.stream().filter(which).forEach(unit -> counts.merge(unit.line(), 1, Integer::sum));
        return counts;
    }

    private ReturnDecision become(ReturnStatus next, Function<ReturnUnit, ReturnUnit> change) {
        return status.next().contains(next)
                ? new ReturnDecision.Changed(with(next, change, trackingNumber))
                : new ReturnDecision.Refused(Set.of(AfterSaleRefusal.WRONG_STATUS));
    }

    private Return with(ReturnStatus next, Function<ReturnUnit, ReturnUnit> change, @Nullable String number) {
        return new Return(
                id,
                order,
                next,
                reason,
                units.stream().map(change).toList(),
                exchange,
                fee,
                number,
                requestedBy,
                requestedAt,
                until,
                version + 1);
    }

    @Override
    public String toString() {
        return "Return[" + id + " " + status + "]";
    }
}
