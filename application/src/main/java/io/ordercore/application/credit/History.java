package io.ordercore.application.credit;

import io.ordercore.application.Ids;
import io.ordercore.application.notice.Notices;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Sanction;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what changed in a merchant's credit, when and why, and tells the merchant. */
final class History {
    private final Credits credits;
    private final Notices notices;
    private final Ids ids;

    History(Credits credits, Notices notices, Ids ids) {
        this.credits = credits;
        this.notices = notices;
        this.ids = ids;
    }

    void tell(MerchantId merchant, Instant now, CreditEntry.Kind kind, Map<String, String> facts) {
        credits.tell(new CreditEntry(merchant, now, kind, facts));
        UUID id = ids.next();
        notices.tell(new Notice(
                id,
                Notice.Recipient.merchant(merchant.value()),
                "credit-" + id,
                "credit-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                merchant.value(),
                facts,
                now));
    }

    void against(Evidence piece, int before, int after, MerchantId merchant, Instant now) {
        tell(
                merchant,
                now,
                CreditEntry.Kind.EVIDENCE_AGAINST,
                Map.of(
                        "evidence", piece.id(),
                        "code", piece.code().code(),
                        "pointsBefore", points(before),
                        "points", points(after)));
    }

    void corrected(MerchantId merchant, String wrong, @Nullable Evidence right, int before, int after, Instant now) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("evidence", wrong);
        if (right != null) {
            facts.put("correctedBy", right.id());
        }
        facts.put("pointsBefore", points(before));
        facts.put("points", points(after));
        tell(merchant, now, CreditEntry.Kind.EVIDENCE_CORRECTED, facts);
    }

    void evaluated(CreditFile file, int points, Instant now) {
        tell(
                file.merchant(),
                now,
                CreditEntry.Kind.EVALUATED,
                Map.of(
                        "points", points(points),
                        "tier", file.tier().name(),
                        "day", file.credit().standing().evaluated().toString()));
    }

    /** Whatever of tier and sanctions differs. */
    void changes(CreditFile before, CreditFile after, Instant now) {
        if (before.tier() != after.tier()) {
            tell(
                    after.merchant(),
                    now,
                    CreditEntry.Kind.TIER_CHANGED,
                    Map.of("from", before.tier().name(), "to", after.tier().name()));
        }
        for (int i = 0; i < after.sanctions().size(); i++) {
            Sanction sanction = after.sanctions().get(i);
            if (i >= before.sanctions().size()) {
                sanction(after.merchant(), CreditEntry.Kind.SANCTION_STARTED, sanction, now);
            } else {
                changed(after.merchant(), before.sanctions().get(i), sanction, now);
            }
        }
    }

    private void changed(MerchantId merchant, Sanction before, Sanction after, Instant now) {
        if (before.equals(after)) {
            return;
        }
        if (after.pausedSince() != null) {
            sanction(merchant, CreditEntry.Kind.SANCTION_PAUSED, after, now);
        } else if (Objects.equals(after.end(), now)) {
            sanction(merchant, CreditEntry.Kind.SANCTION_LIFTED, after, now);
        } else {
            sanction(merchant, CreditEntry.Kind.SANCTION_RESUMED, after, now);
        }
    }

    void sanction(MerchantId merchant, CreditEntry.Kind kind, Sanction sanction, Instant now) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("measure", sanction.kind().name());
        facts.put("rule", sanction.rule().name());
        facts.put("reason", sanction.reason().code());
        facts.put("start", sanction.start().toString());
        if (sanction.end() != null) {
            facts.put("end", sanction.end().toString());
        }
        tell(merchant, now, kind, facts);
    }

    /** Points with three decimals. */
    static String points(int thousandths) {
        return thousandths / 1000 + "." + String.format(Locale.ROOT, "%03d", thousandths % 1000);
    }
}
