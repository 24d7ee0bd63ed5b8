package io.ordercore.application.credit;

import io.ordercore.domain.credit.Deposit;
import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.credit.Terms;
import io.ordercore.domain.party.MerchantId;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Fills merchants' deposits up to their targets and gives back what is over them. Everything here runs in the caller's transaction. */
final class DepositAccounts {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final long PER_MILLE = 1_000;

    private final Deposits deposits;
    private final Payouts payouts;

    DepositAccounts(Deposits deposits, Payouts payouts) {
        this.deposits = deposits;
        this.payouts = payouts;
    }

    /** Every account a merchant has or has to have, by currency. */
    List<FindDeposit.Account> accounts(MerchantId merchant, Terms terms, Instant now) {
        TreeMap<CurrencyUnit, Money> targets = new TreeMap<>();
        deposits.of(merchant)
                .forEach(deposit -> targets.put(
                        deposit.held().getCurrencyUnit(),
                        Money.zero(deposit.held().getCurrencyUnit())));
        payouts.turnover(merchant, now.minus(MONTH))
                .forEach(turnover -> targets.put(turnover.getCurrencyUnit(), share(turnover, terms)));
        return targets.values().stream()
                .map(target -> new FindDeposit.Account(load(merchant, target.getCurrencyUnit(), now), target))
                .toList();
    }

    /** Keeps back of a payout what the deposit lacks; answers how much. */
    Money withhold(Payout payout, Terms terms, Instant now) {
        CurrencyUnit currency = payout.amount().getCurrencyUnit();
        Deposit deposit = load(payout.merchant(), currency, now);
        Money lacking = deposit.lacking(target(payout.merchant(), terms, currency, now));
        Money withheld = lacking.isGreaterThan(payout.amount()) ? payout.amount() : lacking;
        if (withheld.isPositive()) {
            book(deposit, DepositEntry.withheld(deposit, withheld, payout.order(), now));
        }
        return withheld;
    }

    /** What the merchant paid in; empty if that transfer was booked before. */
    Optional<DepositEntry> toppedUp(MerchantId merchant, Money amount, String reference, Instant now) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        if (deposits.isBooked(merchant, currency, reference)) {
            return Optional.empty();
        }
        Deposit deposit = load(merchant, currency, now);
        DepositEntry entry = DepositEntry.toppedUp(deposit, amount, reference, now);
        book(deposit, entry);
        return Optional.of(entry);
    }

    /** Takes what the platform paid in the merchant's place, once per reference and never more than is held. */
    ForfeitDeposit.Outcome forfeited(MerchantId merchant, Money amount, String reference, Instant now) {
        CurrencyUnit currency = amount.getCurrencyUnit();
        Deposit deposit = load(merchant, currency, now);
        if (deposits.isBooked(merchant, currency, reference)) {
            return new ForfeitDeposit.Refused(ForfeitDeposit.Refusal.ALREADY_BOOKED, deposit.held());
        }
        if (amount.isGreaterThan(deposit.held())) {
            return new ForfeitDeposit.Refused(ForfeitDeposit.Refusal.MORE_THAN_HELD, deposit.held());
        }
        DepositEntry entry = DepositEntry.forfeited(deposit, amount, reference, now);
        book(deposit, entry);
        return new ForfeitDeposit.Forfeited(entry);
    }

    /** Compares an account with its target and gives back what has been over it for a settlement term. */
    void check(Deposit deposit, Terms terms, Instant now) {
        if (terms.payoutHeld()) {
            deposits.save(deposit.keptUntil(now.plus(KeepCreditService.HELD_FOR)));
            return;
        }
        Money target = target(deposit.merchant(), terms, deposit.held().getCurrencyUnit(), now);
        Money due = deposit.due(target, now);
        Deposit kept = due.isPositive() ? book(deposit, DepositEntry.released(deposit, due, now)) : deposit;
        deposits.save(kept.checked(target, Duration.ofDays(terms.settlementDays()), now));
    }

    private Deposit book(Deposit deposit, DepositEntry entry) {
        Deposit booked = deposit.having(entry);
        deposits.book(entry);
        deposits.save(booked);
        return booked;
    }

    private Deposit load(MerchantId merchant, CurrencyUnit currency, Instant now) {
        return deposits.find(merchant, currency).orElseGet(() -> Deposit.empty(merchant, currency, now));
    }

    private Money target(MerchantId merchant, Terms terms, CurrencyUnit currency, Instant now) {
        return payouts.turnover(merchant, now.minus(MONTH)).stream()
                .filter(turnover -> turnover.getCurrencyUnit().equals(currency))
                .findFirst()
                .map(turnover -> share(turnover, terms))
                .orElseGet(() -> Money.zero(currency));
    }

    private static Money share(Money turnover, Terms terms) {
        return turnover.multipliedBy(terms.depositPerMille()).dividedBy(PER_MILLE, RoundingMode.HALF_EVEN);
    }
}
