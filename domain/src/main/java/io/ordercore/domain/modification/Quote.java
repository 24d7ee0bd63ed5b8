package io.ordercore.domain.modification;

import io.ordercore.domain.logistics.intercept.Resend;
import io.ordercore.domain.order.OrderModification;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a set of changes would do, cost and need. Amounts are in the order's currency, taxes included.
 *
 * @param baseVersion the order's version it was computed from
 * @param policy the version of the policy that ruled
 * @param changes each with its own ruling, in the order asked for
 * @param overall what holds for all of them together
 * @param problems what stands in the way besides the ruling
 * @param lines what happens line by line; lines nothing happens to are left out
 * @param goodsDifference what the goods cost more, or less
 * @param shippingDifference what delivery costs more, or less, fees aside
 * @param fee for the change itself
 * @param payableBefore what the order costs now
 * @param payableAfter what it will cost
 * @param taxBefore what of {@code payableBefore} is tax, by where the order goes now
 * @param taxAfter what of {@code payableAfter} is tax, by where it will go
 * @param due what is to be paid before it is done, given all that was paid and given back; zero for an unpaid order
 * @param refund what the buyer gets back, likewise
 * @param agreements what the buyer must agree to
 * @param alternatives the other ways, each priced
 * @param recalls numbers of the fulfilments the warehouse has to give back
 * @param way how, when it is not done in place; null for in place
 * @param parcels numbers of the fulfilments to be stopped or turned, and what is sent instead when they are back; the goods'
 *     difference is settled then, and not with the change
 * @param modification what is carried out at once
 * @param until when the quote ends; exclusive
 */
public record Quote(
        long baseVersion,
        String policy,
        List<RuledChange> changes,
        Ruled overall,
        List<QuoteProblem> problems,
        List<QuotedLine> lines,
        Money goodsDifference,
        Money shippingDifference,
        Money fee,
        Money payableBefore,
        Money payableAfter,
        Money taxBefore,
        Money taxAfter,
        Money due,
        Money refund,
        Set<Agreement> agreements,
        List<PricedAlternative> alternatives,
        List<Integer> recalls,
        @Nullable Alternative way,
        Map<Integer, List<Resend>> parcels,
        OrderModification modification,
        Instant until) {
    public Quote {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
        agreements = Set.copyOf(agreements);
        alternatives = List.copyOf(alternatives);
        recalls = List.copyOf(recalls);
        parcels = Collections.unmodifiableMap(new TreeMap<>(parcels));
    }

    /** Whether it can go ahead once everybody agreed. */
    public boolean isFeasible() {
        return overall.ruling().isOpen() && problems.isEmpty();
    }

    /** Whether what was agreed here still holds there: the same goods, the same money, nobody more to ask. */
    public boolean sameTermsAs(Quote fresh) {
        return fresh.isFeasible()
                && lines.equals(fresh.lines)
                && modification.equals(fresh.modification)
                && payableAfter.equals(fresh.payableAfter)
                && fee.equals(fresh.fee)
                && parcels.equals(fresh.parcels)
                && overall.approvers().containsAll(fresh.overall.approvers());
    }
}
