package io.ordercore.adapters.rest.credit;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.credit.Credits;
import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditTier;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.credit.Payout;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What lists about a merchant's credit consist of. */
final class CreditPages {
    private CreditPages() {}

    /** Where a merchant stands, in a list of all. */
    @Schema(name = "MerchantStanding")
    record StandingView(String merchant, CreditTier tier, BigDecimal points, boolean thin, int driftAlarms) {}

    @Schema(name = "MerchantStandingPage")
    record StandingPage(List<StandingView> items, @Nullable String next) {}

    /** A line of the history: what changed, when and why. */
    @Schema(name = "CreditEntry")
    record EntryView(long number, Instant at, CreditEntry.Kind kind, Map<String, String> facts) {
        static EntryView of(Credits.Line line) {
            return new EntryView(
                    line.number(),
                    line.entry().at(),
                    line.entry().kind(),
                    line.entry().facts());
        }
    }

    @Schema(name = "CreditHistoryPage")
    record HistoryPage(List<EntryView> items, @Nullable String next) {}

    /**
     * Something that was learnt.
     *
     * @param code M01 to M09
     * @param against whether it speaks against the merchant
     * @param counts false after an accepted appeal, and where what it rested on was corrected
     * @param appealBy until when the merchant may appeal; absent where there is nothing to appeal
     */
    @Schema(name = "CreditEvidence")
    record EvidenceView(
            String id,
            String code,
            LocalDate day,
            Instant toldAt,
            boolean against,
            boolean counts,
            Owner owner,
            @Nullable Instant appealBy) {
        static EvidenceView of(KeptEvidence piece) {
            boolean against = piece.evidence().isAgainstMerchant();
            return new EvidenceView(
                    piece.evidence().id(),
                    piece.evidence().code().code(),
                    piece.evidence().day(),
                    piece.toldAt(),
                    against,
                    piece.counts(),
                    piece.owner(),
                    against && piece.counts() ? piece.appealBy() : null);
        }
    }

    @Schema(name = "CreditEvidencePage")
    record EvidencePage(List<EvidenceView> items, @Nullable String next) {}

    /**
     * What a merchant gets for a completed order; not released while it waits for its day, or is held.
     *
     * @param withheld what of it went into the deposit; nothing is decided before it is released
     * @param paid what reached the merchant; absent before
     */
    @Schema(name = "Payout")
    record PayoutView(
            String order,
            MoneyBody amount,
            MoneyBody withheld,
            @Nullable MoneyBody paid,
            Instant completedAt,
            Instant dueAt,
            @Nullable Instant releasedAt) {
        static PayoutView of(Payout payout) {
            return new PayoutView(
                    payout.order().toString(),
                    MoneyBody.of(payout.amount()),
                    MoneyBody.of(payout.withheld()),
                    payout.releasedAt() == null ? null : MoneyBody.of(payout.paid()),
                    payout.completedAt(),
                    payout.dueAt(),
                    payout.releasedAt());
        }
    }

    @Schema(name = "PayoutPage")
    record PayoutPage(List<PayoutView> items, @Nullable String next) {}

    /** An appeal; who decided is shown to staff only. */
    @Schema(name = "CreditAppeal")
    record AppealView(
            String id,
            String merchant,
            String evidence,
            String statement,
            Instant openedAt,
            Appeal.State state,
            @Nullable Instant decidedAt,
            @Nullable Owner owner,
            @Nullable String because) {
        static AppealView of(Appeal appeal) {
            return new AppealView(
                    appeal.id(),
                    appeal.merchant().value(),
                    appeal.evidence(),
                    appeal.statement(),
                    appeal.openedAt(),
                    appeal.state(),
                    appeal.decidedAt(),
                    appeal.owner(),
                    appeal.decidedBy() == null ? null : appeal.decidedBy().reason());
        }
    }

    @Schema(name = "CreditAppealPage")
    record AppealPage(List<AppealView> items, @Nullable String next) {}
}
