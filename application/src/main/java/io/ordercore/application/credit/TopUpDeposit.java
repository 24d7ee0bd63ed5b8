package io.ordercore.application.credit;

import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.party.MerchantId;
import java.util.Optional;
import org.joda.money.Money;

/** Books money a merchant paid in, so that less is kept back from its payouts. */
public interface TopUpDeposit {
    /**
     * Books a transfer.
     *
     * @return empty if it was booked before
     */
    Optional<DepositEntry> topUp(Command command);

    /**
     * What came in.
     *
     * @param amount more than nothing
     * @param reference by which the platform's bank knows the transfer
     */
    record Command(MerchantId merchant, Money amount, String reference) {}
}
