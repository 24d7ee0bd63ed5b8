package io.ordercore.application.credit;

import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.credit.Recovery;
import io.ordercore.domain.credit.Terms;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads merchants' credit. */
public interface FindCredit {
    /**
     * How a merchant stands.
     *
     * @param on the day of the score; null for today. A day to come says what today's evidence will be worth then
     * @return empty for a merchant nobody has met
     * @throws IllegalArgumentException for a day before today's norms, or more than 540 days after
     */
    Optional<Report> credit(MerchantId merchant, @Nullable LocalDate on);

    /** How somebody nothing is known of stands. */
    Report newcomer(MerchantId merchant);

    /** All merchants with a file, by name. */
    List<Report> list(@Nullable MerchantId after, int limit);

    /** What changed, when and why, the latest first; before a line's number, null for the first page. */
    List<Credits.Line> history(MerchantId merchant, @Nullable Long before, int limit);

    /** What was learnt, the latest first. */
    List<KeptEvidence> evidence(MerchantId merchant, @Nullable String after, int limit);

    /** What the merchant gets for completed orders, the latest first. */
    List<Payout> payouts(MerchantId merchant, @Nullable OrderId after, int limit);

    /**
     * A merchant's standing.
     *
     * @param at when it was asked
     * @param deposit what is held of the merchant's money and what is to be, by currency
     */
    record Report(
            CreditFile file,
            CreditScore score,
            Instant at,
            Terms terms,
            Recovery recovery,
            List<FindDeposit.Account> deposit) {}
}
