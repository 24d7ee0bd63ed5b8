package io.ordercore.domain.credit;

import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the platform holds of a merchant's money in one currency, against what it may have to answer for. It is filled up to its
 * target from payouts and by the merchant; what is over the target for a whole settlement term goes back.
 *
 * @param held what the entries add up to; never negative
 * @param releaseAt when what is over the target goes back; null while nothing is
 * @param checkAt when to compare it with its target again
 * @param version 0 for an account nothing was ever booked to
 */
public record Deposit(
        MerchantId merchant, Money held, @Nullable Instant releaseAt, Instant checkAt, long version) {
    private static final Duration CHECKED_EVERY = Duration.ofDays(1);

    public Deposit {
        if (held.isNegative()) {
            throw new IllegalArgumentException("nobody deposits less than nothing");
        }
    }

    /** An account nothing was ever booked to. */
    public static Deposit empty(MerchantId merchant, CurrencyUnit currency, Instant now) {
        return new Deposit(merchant, Money.zero(currency), null, now.plus(CHECKED_EVERY), 0);
    }

    /** How much is missing to the target. */
    public Money lacking(Money target) {
        return held.isLessThan(target) ? target.minus(held) : Money.zero(held.getCurrencyUnit());
    }

    /** How much more is held than the target. */
    public Money excess(Money target) {
        return held.isGreaterThan(target) ? held.minus(target) : Money.zero(held.getCurrencyUnit());
    }

    /** After an entry. */
    public Deposit having(DepositEntry entry) {
        return new Deposit(merchant, entry.heldAfter(), releaseAt, checkAt, version + 1);
    }

    /** What goes back now: all that is over the target, once it was for as long as {@link #checked} says. */
    public Money due(Money target, Instant now) {
        return releaseAt == null || now.isBefore(releaseAt) ? Money.zero(held.getCurrencyUnit()) : excess(target);
    }

    /**
     * Compares with the target: what is over it waits for a settlement term, and stays if it is needed again meanwhile.
     *
     * @param term how long payouts wait on the merchant's terms
     */
    public Deposit checked(Money target, Duration term, Instant now) {
        Instant next = now.plus(CHECKED_EVERY);
        if (excess(target).isZero()) {
            return new Deposit(merchant, held, null, next, version + 1);
        }
        Instant release = releaseAt == null ? now.plus(term) : releaseAt;
        return new Deposit(merchant, held, release, release.isBefore(next) ? release : next, version + 1);
    }

    /** Nothing goes back while the merchant's payouts are held: asked again later. */
    public Deposit keptUntil(Instant later) {
        return new Deposit(merchant, held, releaseAt, later, version + 1);
    }
}
