package io.ordercore.application.payment;

import io.ordercore.domain.payment.PaymentTransaction.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What becomes of an operation while the {@link PaymentCheck} cannot answer. Fail-open: the provider is asked unchecked.
 * Fail-closed: it is not asked; an authorisation is declined, so that the buyer may try again, and anything else waits and is
 * tried again later. Whatever takes money is fail-closed unless set otherwise.
 *
 * <p>The provider itself is never guessed: what it did not answer is {@code UNKNOWN} until it does.
 */
public final class FailureModes {
    /** Giving up an authorisation and giving money back go on unchecked; authorising and capturing do not. */
    public static final FailureModes STANDARD = failOpen(Set.of(Kind.VOID, Kind.REFUND));

    private final Set<Kind> open;

    private FailureModes(Set<Kind> open) {
        this.open = open;
    }

    /**
     * Fail-open for these, fail-closed for all others.
     *
     * @throws IllegalArgumentException for a dispute, which is told and never checked
     */
    public static FailureModes failOpen(Set<Kind> operations) {
        if (operations.contains(Kind.DISPUTE)) {
            throw new IllegalArgumentException("a dispute is told, so nothing can fail before it");
        }
        return new FailureModes(operations.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(operations));
    }

    public boolean isOpen(Kind operation) {
        return open.contains(operation);
    }

    @Override
    public String toString() {
        return "FailureModes[open for " + open + "]";
    }
}
