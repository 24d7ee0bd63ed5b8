package io.ordercore.domain.payment;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentTransaction.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The payment of one purchase: what is taken for which order, and every exchange with the provider. Immutable.
 *
 * @param shares what the latest try takes for each order; they sum to its amount
 * @param token the provider's token of the buyer's instrument, kept only while an authorisation is open; a secret, encrypted
 *     wherever it is stored
 * @param transactions oldest first
 * @param version rises by one with every change; 0 before it was first stored
 */
public record PaymentIntent(
        PurchaseId purchase,
        CurrencyUnit currency,
        Map<OrderId, Money> shares,
        @Nullable String token,
        List<PaymentTransaction> transactions,
        long version) {
    public PaymentIntent {
        shares = Map.copyOf(shares);
        transactions = List.copyOf(transactions);
    }

    /** A payment nobody has tried yet. */
    public static PaymentIntent of(PurchaseId purchase, CurrencyUnit currency) {
        return new PaymentIntent(purchase, currency, Map.of(), null, List.of(), 0);
    }

    public PaymentIntentStatus status() {
        if (sum(it -> it.succeeded(Kind.CAPTURE)).isPositive()) {
            return PaymentIntentStatus.CAPTURED;
        }
        Optional<PaymentTransaction> latest = transactions.stream()
                .filter(it -> it.kind() == Kind.AUTHORIZE || it.kind() == Kind.CAPTURE || it.kind() == Kind.VOID)
                .reduce((earlier, later) -> later);
        if (latest.isEmpty()) {
            return PaymentIntentStatus.REQUIRES_METHOD;
        }
        if (latest.get().kind() == Kind.VOID) {
            return latest.get().status() == TransactionStatus.SUCCESS
                    ? PaymentIntentStatus.VOIDED
                    : PaymentIntentStatus.AUTHORIZED;
        }
        return switch (latest.get().status()) {
            case INIT, UNKNOWN -> PaymentIntentStatus.PROCESSING;
            case PENDING ->
                latest.get().action() == null ? PaymentIntentStatus.PROCESSING : PaymentIntentStatus.REQUIRES_ACTION;
            case SUCCESS -> PaymentIntentStatus.AUTHORIZED;
            case DECLINED, ERROR -> PaymentIntentStatus.REQUIRES_METHOD;
        };
    }

    public Optional<PaymentTransaction> transaction(TransactionId id) {
        return transactions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Money captured() {
        return sum(it -> it.succeeded(Kind.CAPTURE));
    }

    /** Refunds that are made or may still be made. */
    public Money refundsPromised() {
        return sum(it -> it.kind() == Kind.REFUND && it.givesBack());
    }

    /** What the buyer got back or may still get back: refunds and disputes, except those that came to nothing. */
    public Money givenBack() {
        return sum(PaymentTransaction::givesBack);
    }

    /** The first transaction nobody has asked the provider for yet. */
    public Optional<PaymentTransaction> toAsk() {
        return transactions.stream()
                .filter(it -> it.status() == TransactionStatus.INIT)
                .findFirst();
    }

    /** The provider's name for what a transaction builds on. */
    public String referenceBehind(PaymentTransaction transaction) {
        return Optional.ofNullable(transaction.follows())
                .flatMap(this::transaction)
                .map(PaymentTransaction::reference)
                .orElseThrow(() -> new IllegalStateException(transaction.id() + " builds on nothing"));
    }

    /** The transactions whose outcome is not known yet. */
    public List<PaymentTransaction> open() {
        return transactions.stream().filter(PaymentTransaction::isOpen).toList();
    }

    /** When the provider is to be asked what became of an open transaction; empty if none is open. */
    public Optional<Instant> inquireAt() {
        return open().stream().map(PaymentTransaction::inquireAt).min(Comparator.naturalOrder());
    }

    /** The open transactions whose time to inquire has come. */
    public List<PaymentTransaction> toInquire(Instant now) {
        return open().stream().filter(it -> !it.inquireAt().isAfter(now)).toList();
    }

    /** Starts a try: asks for an authorisation of the sum of {@code due}. */
    public PaymentDecision authorize(TransactionId id, String with, Map<OrderId, Money> due, Instant now) {
        Money amount = due.values().stream().reduce(Money.zero(currency), Money::plus);
        if (!amount.isPositive()) {
            return new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE));
        }
        if (status() == PaymentIntentStatus.CAPTURED) {
            return new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE));
        }
        if (status() != PaymentIntentStatus.REQUIRES_METHOD && status() != PaymentIntentStatus.VOIDED) {
            return new PaymentDecision.Refused(Set.of(PaymentRefusal.PAYMENT_IN_PROGRESS));
        }
        return new PaymentDecision.Changed(new PaymentIntent(
                purchase,
                currency,
                new TreeMap<>(due),
                with,
                plus(PaymentTransaction.started(id, Kind.AUTHORIZE, amount, null, null, now)),
                version + 1));
    }

    /** Takes what {@code authorization} set aside. */
    public PaymentIntent capture(TransactionId id, PaymentTransaction authorization, Instant now) {
        return with(plus(
                PaymentTransaction.started(id, Kind.CAPTURE, authorization.amount(), authorization.id(), null, now)));
    }

    /**
     * Asks for more money for one order of a purchase that is paid: an authorisation of its own, which confirms nothing but tops
     * the order up.
     */
    public PaymentDecision topUp(TransactionId id, String with, OrderId order, Money due, Instant now) {
        if (!due.isPositive() || status() != PaymentIntentStatus.CAPTURED) {
            return new PaymentDecision.Refused(Set.of(PaymentRefusal.NOTHING_DUE));
        }
        if (isUnderWay()) {
            return new PaymentDecision.Refused(Set.of(PaymentRefusal.PAYMENT_IN_PROGRESS));
        }
        return new PaymentDecision.Changed(new PaymentIntent(
                purchase,
                currency,
                Map.of(order, due),
                with,
                plus(PaymentTransaction.started(id, Kind.AUTHORIZE, due, null, null, now)),
                version + 1));
    }

    /** What there is to be given back: neither promised to the buyer yet nor claimed by the buyer's bank. */
    public Money held() {
        return captured().minus(givenBack());
    }

    /** Whether money may still come: an authorisation or a capture whose outcome is open. */
    public boolean isUnderWay() {
        return open().stream().anyMatch(it -> it.kind() == Kind.AUTHORIZE || it.kind() == Kind.CAPTURE);
    }

    /** Gives up what {@code authorization} set aside. */
    public PaymentIntent giveUp(TransactionId id, PaymentTransaction authorization, Instant now) {
        return with(
                plus(PaymentTransaction.started(id, Kind.VOID, authorization.amount(), authorization.id(), null, now)));
    }

    /**
     * The buyer's bank wants back what a capture took, or part of it. That counts as given back until the dispute is won.
     *
     * @param id the same for the same dispute: heard twice, it is one
     * @param reference the provider's name for it
     */
    public PaymentDecision dispute(
            TransactionId id, TransactionId capture, String reference, Money amount, Instant now) {
        if (transaction(id).isPresent()) {
            return new PaymentDecision.Changed(this);
        }
        Money room = transaction(capture)
                .filter(it -> it.succeeded(Kind.CAPTURE))
                .map(it -> it.amount().minus(givenBackOf(it)))
                .orElse(Money.zero(currency));
        if (amount.isGreaterThan(room)) {
            return new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED));
        }
        return new PaymentDecision.Changed(
                with(plus(PaymentTransaction.started(id, Kind.DISPUTE, amount, capture, null, now)
                        .opened(reference, now))));
    }

    /** How a dispute ended. One that has ended stays as it is. */
    public PaymentIntent disputeDecided(TransactionId id, boolean won, Instant now) {
        List<PaymentTransaction> changed = new ArrayList<>(transactions);
        changed.replaceAll(it ->
                it.id().equals(id) && it.kind() == Kind.DISPUTE && it.status().isOpen() ? it.decided(won, now) : it);
        return changed.equals(transactions) ? this : with(changed);
    }

    /**
     * Promises a refund for one order; never more than was captured and not yet given back. It is given back capture by capture,
     * the earliest first, so it may take several transactions.
     */
    public PaymentDecision refund(Supplier<TransactionId> ids, OrderId order, Money amount, Instant now) {
        if (givenBack().plus(amount).isGreaterThan(captured())) {
            return new PaymentDecision.Refused(Set.of(PaymentRefusal.ABOVE_CAPTURED));
        }
        List<PaymentTransaction> all = new ArrayList<>(transactions);
        Money left = amount;
        for (PaymentTransaction capture : transactions) {
            Money room = capture.succeeded(Kind.CAPTURE)
                    ? capture.amount().minus(givenBackOf(capture))
                    : Money.zero(currency);
            Money part = room.isLessThan(left) ? room : left;
            if (part.isPositive()) {
                all.add(PaymentTransaction.started(ids.get(), Kind.REFUND, part, capture.id(), order, now));
                left = left.minus(part);
            }
        }
        return new PaymentDecision.Changed(with(all));
    }

    private Money givenBackOf(PaymentTransaction capture) {
        return sum(it -> it.givesBack() && capture.id().equals(it.follows()));
    }

    /** What the provider answered. A transaction that is settled already stays as it is. */
    public PaymentIntent answered(TransactionId id, PaymentAnswer answer, Instant now) {
        List<PaymentTransaction> changed = new ArrayList<>(transactions);
        changed.replaceAll(it -> it.id().equals(id) && it.isOpen() ? it.answered(answer, now) : it);
        if (changed.equals(transactions)) {
            return this;
        }
        boolean authorizing = changed.stream()
                .anyMatch(it -> it.kind() == Kind.AUTHORIZE && it.status().isOpen());
        return new PaymentIntent(purchase, currency, shares, authorizing ? token : null, changed, version + 1);
    }

    private Money sum(Predicate<PaymentTransaction> which) {
        return transactions.stream()
                .filter(which)
                .map(PaymentTransaction::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private List<PaymentTransaction> plus(PaymentTransaction added) {
        List<PaymentTransaction> all = new ArrayList<>(transactions);
        all.add(added);
        return all;
    }

    private PaymentIntent with(List<PaymentTransaction> changed) {
        return new PaymentIntent(purchase, currency, shares, token, changed, version + 1);
    }

    @Override
    public String toString() {
        return "PaymentIntent[" + purchase + " " + status() + "]";
    }
}
