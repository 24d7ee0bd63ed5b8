package io.ordercore.domain.credit;

import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a merchant's credit besides the evidence: the credit itself, and the measures taken.
 *
 * @param since the day the platform met the merchant
 * @param norms the reference day of the norms the credit was added up under
 * @param discontinued whether some product's inspection is discontinued
 * @param sanctions all there ever were, in the order they were set
 * @param assessedAt up to when ends of sanctions are dealt with
 * @param version rises by one with every change; 1 when opened
 */
public record CreditFile(
        MerchantId merchant,
        LocalDate since,
        LocalDate norms,
        MerchantCredit credit,
        boolean discontinued,
        List<Sanction> sanctions,
        Instant assessedAt,
        long version) {
    public CreditFile {
        sanctions = List.copyOf(sanctions);
    }

    /** A merchant the platform has just met. */
    public static CreditFile opened(MerchantId merchant, LocalDate since, LocalDate norms, Instant now) {
        return new CreditFile(merchant, since, norms, MerchantCredit.newcomer(since), false, List.of(), now, 0);
    }

    public CreditTier tier() {
        return credit.standing().tier();
    }

    /** On which terms the merchant trades at an instant. */
    public Terms terms(Instant now) {
        return Terms.of(tier(), sanctions, now);
    }

    /** When the next sanction ends by itself; null if none will. */
    public @Nullable Instant nextEnd() {
        return sanctions.stream()
                .filter(sanction -> sanction.pausedSince() == null)
                .map(Sanction::end)
                .filter(end -> end != null && end.isAfter(assessedAt))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** With another credit, added up under the norms of a day. */
    public CreditFile with(MerchantCredit changed, LocalDate normsOf) {
        return new CreditFile(merchant, since, normsOf, changed, discontinued, sanctions, assessedAt, version);
    }

    public CreditFile discontinued(boolean now) {
        return new CreditFile(merchant, since, norms, credit, now, sanctions, assessedAt, version);
    }

    /** With what is due added, unless the same rule has set the same measure already. */
    public CreditFile sanctioned(List<Sanction> due, Instant now) {
        List<Sanction> all = new ArrayList<>(sanctions);
        for (Sanction sanction : due) {
            boolean known = sanctions.stream()
                    .anyMatch(other -> other.kind() == sanction.kind()
                            && other.rule() == sanction.rule()
                            && (other.isInForce(now) || other.pausedSince() != null));
            if (!known) {
                all.add(sanction);
            }
        }
        return having(all);
    }

    /** Without the measures of these rules that are due no longer: their ground is gone. */
    public CreditFile liftedUnlessDue(List<Sanction> due, Predicate<SanctionRule> rules, Instant now) {
        Set<MeasureKind> stillDue = due.stream().map(Sanction::kind).collect(Collectors.toUnmodifiableSet());
        return changing(
                sanction -> rules.test(sanction.rule()) && !stillDue.contains(sanction.kind()),
                sanction -> isOver(sanction, now) ? sanction : sanction.lifted(now));
    }

    /** A person ends a measure. */
    public CreditFile lifted(MeasureKind kind, Instant now) {
        return changing(
                sanction -> sanction.kind() == kind,
                sanction -> isOver(sanction, now) ? sanction : sanction.lifted(now));
    }

    /** While an appeal against what this reason rests on is open. */
    public CreditFile paused(ReasonCode reason, Instant now) {
        return changing(sanction -> sanction.reason() == reason, sanction -> sanction.paused(now));
    }

    /** When no appeal about this reason is open any more. */
    public CreditFile resumed(ReasonCode reason, Instant now) {
        return changing(sanction -> sanction.reason() == reason, sanction -> sanction.resumed(now));
    }

    /** The sanctions that ended by themselves since {@link #assessedAt}. */
    public List<Sanction> endedBy(Instant now) {
        return sanctions.stream()
                .filter(sanction -> sanction.pausedSince() == null)
                .filter(sanction -> sanction.end() != null
                        && sanction.end().isAfter(assessedAt)
                        && !sanction.end().isAfter(now))
                .toList();
    }

    /** Everything that ended up to an instant is dealt with. */
    public CreditFile assessed(Instant now) {
        return new CreditFile(merchant, since, norms, credit, discontinued, sanctions, now, version);
    }

    /** To be stored. */
    public CreditFile next() {
        return new CreditFile(merchant, since, norms, credit, discontinued, sanctions, assessedAt, version + 1);
    }

    private CreditFile changing(Predicate<Sanction> which, UnaryOperator<Sanction> change) {
        return having(sanctions.stream()
                .map(sanction -> which.test(sanction) ? change.apply(sanction) : sanction)
                .toList());
    }

    private CreditFile having(List<Sanction> changed) {
        return new CreditFile(merchant, since, norms, credit, discontinued, changed, assessedAt, version);
    }

    private static boolean isOver(Sanction sanction, Instant now) {
        return sanction.pausedSince() == null && sanction.end() != null && !now.isBefore(sanction.end());
    }
}
