package io.ordercore.domain.credit;

import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of a merchant's credit history: what changed, when and why.
 *
 * @param facts figures and codes by name; never personal data
 */
public record CreditEntry(MerchantId merchant, Instant at, Kind kind, Map<String, String> facts) {
    public CreditEntry {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** What can happen to a merchant's credit. The names are stable. */
    public enum Kind {
        /** Something was learnt that speaks against the merchant. */
        EVIDENCE_AGAINST,
        /** Something that was learnt was wrong. */
        EVIDENCE_CORRECTED,
        EVALUATED,
        TIER_CHANGED,
        /** The merchant got worse suddenly; a person is to look. */
        DRIFT_SUSPECTED,
        SANCTION_STARTED,
        SANCTION_PAUSED,
        SANCTION_RESUMED,
        SANCTION_ENDED,
        SANCTION_LIFTED,
        APPEAL_OPENED,
        APPEAL_ACCEPTED,
        APPEAL_REJECTED,
        /** The platform took from the deposit what it paid in the merchant's place. */
        DEPOSIT_FORFEITED
    }
}
