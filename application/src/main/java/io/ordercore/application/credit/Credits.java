package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every merchant's credit as it stands, and its history. */
public interface Credits {
    Optional<CreditFile> find(MerchantId merchant);

    /**
     * Stores a file.
     *
     * @param file at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(CreditFile file);

    /** Files by merchant, after the last one of the page before; null for the first page. */
    List<CreditFile> list(@Nullable MerchantId after, int limit);

    /** Merchants whose last evaluation was before a day. */
    List<MerchantId> unevaluated(LocalDate day, int limit);

    /** Merchants of whom a sanction ended, up to an instant, and nobody has dealt with it. */
    List<MerchantId> ending(Instant now, int limit);

    /** Adds a line to the merchant's history. */
    void tell(CreditEntry entry);

    /**
     * A merchant's history, the latest first.
     *
     * @param before the number of the last line of the page before; null for the first page
     */
    List<Line> history(MerchantId merchant, @Nullable Long before, int limit);

    /** A line of a history with its number, which rises with time. */
    record Line(long number, CreditEntry entry) {}
}
