package io.ordercore.domain.modification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ruling with everything that goes with it.
 *
 * @param reasons all of them, the first one from the table
 * @param approvers whose consent is needed besides the buyer's
 * @param consent whether the buyer must agree although the buyer did not ask
 * @param fees what is charged when the change goes ahead
 * @param alternatives the ways left when it does not: at once, or because an approver says no
 */
public record Ruled(
        Ruling ruling,
        Set<RulingReason> reasons,
        Set<Approver> approvers,
        boolean consent,
        Set<FeeKind> fees,
        List<Alternative> alternatives) {
    public Ruled {
        reasons = ordered(reasons);
        approvers = ordered(approvers);
        fees = ordered(fees);
        alternatives = List.copyOf(alternatives);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a ruling has a reason");
        }
    }

    /** Not at all, for one more reason; there is no other way. */
    Ruled denied(RulingReason because) {
        return new Ruled(Ruling.DENY, plus(reasons, because), Set.of(), false, Set.of(), List.of());
    }

    /** Not this way. */
    Ruled only(List<Alternative> ways, RulingReason because) {
        return new Ruled(Ruling.OFFER_ALTERNATIVE, plus(reasons, because), Set.of(), false, Set.of(), ways);
    }

    /** What was refused goes ahead by a way that was offered instead. */
    Ruled by(Alternative way) {
        Set<FeeKind> charged = new LinkedHashSet<>(way.fees());
        return new Ruled(
                charged.isEmpty() ? Ruling.ALLOW : Ruling.ALLOW_WITH_FEE,
                reasons,
                Set.of(),
                false,
                charged,
                alternatives.stream().filter(other -> other != way).toList());
    }

    /** Only with {@code approver}'s consent; what is refused already stays so. */
    Ruled approvedBy(Approver approver, RulingReason because) {
        return ruling.isOpen()
                ? new Ruled(
                        Ruling.NEEDS_APPROVAL,
                        plus(reasons, because),
                        plus(approvers, approver),
                        consent,
                        fees,
                        alternatives)
                : this;
    }

    /** Only if the buyer agrees. */
    Ruled agreedByBuyer() {
        return ruling.isOpen()
                ? new Ruled(ruling, plus(reasons, RulingReason.BUYER_MUST_AGREE), approvers, true, fees, alternatives)
                : this;
    }

    /** What holds for two changes made together: the stricter ruling and the needs of both. */
    Ruled and(Ruled other) {
        if (equals(other)) {
            return this;
        }
        Ruling stricter = ruling.compareTo(other.ruling) >= 0 ? ruling : other.ruling;
        List<Alternative> ways = stricter == Ruling.DENY
                ? List.of()
                : Stream.concat(alternatives.stream(), other.alternatives.stream())
                        .distinct()
                        .toList();
        return new Ruled(
                stricter,
                union(reasons, other.reasons),
                union(approvers, other.approvers),
                consent || other.consent,
                union(fees, other.fees),
                ways);
    }

    private static <T> Set<T> plus(Set<T> some, T one) {
        return union(some, Set.of(one));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <T> Set<T> ordered(Set<T> some) {
        return some.size() < 2 ? Set.copyOf(some) : java.util.Collections.unmodifiableSet(new LinkedHashSet<>(some));
    }
}
