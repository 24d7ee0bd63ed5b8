package io.ordercore.application.credit;

import io.ordercore.application.inspection.Suppliers;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.CreditTier;
import io.ordercore.domain.credit.Indicator;
import io.ordercore.domain.credit.Terms;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;

/** What inspection asks of a merchant's credit. */
final class CreditedSuppliers implements Suppliers {
    private static final long ONE_IN_TEN_THOUSAND = 100_000;

    private final Categories categories;
    private final Learning learning;
    private final Clock clock;

    CreditedSuppliers(Categories categories, Learning learning, Clock clock) {
        this.categories = categories;
        this.learning = learning;
        this.clock = clock;
    }

    @Override
    public Standing of(MerchantId merchant, Sku sku) {
        Instant now = clock.instant();
        CreditFile file = learning.load(merchant, now);
        Terms terms = file.terms(now);
        CreditTier tier = file.tier();
        long bad = learning.score(file, now).ownValue(Indicator.DEFECT);
        return new Standing(
                categories.of(sku),
                tier == CreditTier.N,
                tier == CreditTier.S || tier == CreditTier.A,
                tier == CreditTier.C || tier == CreditTier.D,
                (int) (bad / ONE_IN_TEN_THOUSAND),
                terms.reducedInspection(),
                terms.tightenedInspection());
    }
}
