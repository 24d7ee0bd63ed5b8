package io.ordercore.application.credit;

import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.party.MerchantId;
import org.joda.money.Money;

/** Takes from a merchant's deposit what the platform paid to buyers in the merchant's place, and tells the merchant. */
public interface ForfeitDeposit {
    Outcome forfeit(Command command);

    /**
     * What was paid in its place.
     *
     * @param amount more than nothing
     * @param reference the case it was paid for; each is booked once
     * @param reason told to the merchant
     */
    record Command(MerchantId merchant, Money amount, String reference, String reason) {}

    /** Why nothing is taken. The names are stable. */
    enum Refusal {
        ALREADY_BOOKED,
        MORE_THAN_HELD
    }

    /** What became of it. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R forfeited(DepositEntry entry);

            /** Nothing was taken; that much is held. */
            R refused(Refusal reason, Money held);
        }
    }

    /** It is taken; payouts fill the deposit up again. */
    record Forfeited(DepositEntry entry) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.forfeited(entry);
        }
    }

    /** Nothing changes. */
    record Refused(Refusal reason, Money held) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reason, held);
        }
    }
}
