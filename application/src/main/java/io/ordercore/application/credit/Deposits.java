package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.credit.Deposit;
import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Merchants' deposits, an account per currency, and every booking to them. */
public interface Deposits {
    Optional<Deposit> find(MerchantId merchant, CurrencyUnit currency);

    /** A merchant's accounts, by currency. */
    List<Deposit> of(MerchantId merchant);

    /**
     * Stores an account.
     *
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(Deposit deposit);

    /** Adds a booking; it is never changed. */
    void book(DepositEntry entry);

    /** Whether a transfer or a forfeit was booked to the account under a reference. */
    boolean isBooked(MerchantId merchant, CurrencyUnit currency, String reference);

    /**
     * A merchant's bookings, the latest first.
     *
     * @param before the number of the last one of the page before; null for the first page
     */
    List<Line> entries(MerchantId merchant, @Nullable Long before, int limit);

    /** Accounts to be compared with their targets by now, the longest due first. */
    List<Deposit> due(Instant now, int limit);

    /** A booking with its number, which rises with time. */
    record Line(long number, DepositEntry entry) {}
}
