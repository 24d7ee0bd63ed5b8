package io.ordercore.domain.credit;

import java.util.List;

/**
 * A merchant's class, the best first, and what comes with it.
 *
 * <p>S, A and B are earned, C and D restricted; N is a merchant with too thin a file, treated as B with a capped exposure.
 */
public enum CreditTier {
    S(90_000, 1_300, 1, 20, true, true),
    A(75_000, 1_150, 3, 50, true, true),
    B(50_000, 1_000, 7, 100, true, false),
    C(30_000, 700, 14, 150, false, false),
    D(0, 300, 30, 300, false, false),
    N(0, 800, 7, 100, true, false);

    private final int line;
    private final int exposure;
    private final int settlementDays;
    private final int depositPerMille;
    private final boolean campaigns;
    private final boolean reducedInspection;

    CreditTier(
            int line,
            int exposure,
            int settlementDays,
            int depositPerMille,
            boolean campaigns,
            boolean reducedInspection) {
        this.line = line;
        this.exposure = exposure;
        this.settlementDays = settlementDays;
        this.depositPerMille = depositPerMille;
        this.campaigns = campaigns;
        this.reducedInspection = reducedInspection;
    }

    /** The fewest thousandths of a point. */
    public int line() {
        return line;
    }

    /** What a listing's rank is multiplied by, in thousandths. */
    public int exposure() {
        return exposure;
    }

    /** Days from receipt until the merchant is paid. */
    public int settlementDays() {
        return settlementDays;
    }

    /** The deposit in thousandths of the last month's turnover. */
    public int depositPerMille() {
        return depositPerMille;
    }

    /** Whether the merchant may take part in campaigns. */
    public boolean admitsToCampaigns() {
        return campaigns;
    }

    /** Whether the platform approves of reduced inspection, production being steady. */
    public boolean approvesReducedInspection() {
        return reducedInspection;
    }

    /** The tier of a score, were it certain. */
    public static CreditTier at(int points) {
        for (CreditTier tier : RATED) {
            if (points >= tier.line) {
                return tier;
            }
        }
        return D;
    }

    boolean isBetterThan(CreditTier other) {
        return RATED.indexOf(standing()) < RATED.indexOf(other.standing());
    }

    /** The next better tier; the best answers itself. */
    CreditTier oneUp() {
        return RATED.get(Math.max(0, RATED.indexOf(standing()) - 1));
    }

    private CreditTier standing() {
        return this == N ? B : this;
    }

    static final List<CreditTier> RATED = List.of(S, A, B, C, D);
}
