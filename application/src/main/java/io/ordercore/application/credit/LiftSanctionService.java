package io.ordercore.application.credit;

import io.ordercore.application.Transactions;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.credit.MeasureKind;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;

final class LiftSanctionService implements LiftSanction {
    private final Transactions transactions;
    private final Learning learning;
    private final Clock clock;

    LiftSanctionService(Transactions transactions, Learning learning, Clock clock) {
        this.transactions = transactions;
        this.learning = learning;
        this.clock = clock;
    }

    @Override
    public boolean lift(MerchantId merchant, MeasureKind measure) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            CreditFile file = learning.load(merchant, now);
            CreditFile lifted = file.lifted(measure, now);
            if (lifted.equals(file)) {
                return false;
            }
            learning.save(file, lifted, now);
            return true;
        });
    }
}
