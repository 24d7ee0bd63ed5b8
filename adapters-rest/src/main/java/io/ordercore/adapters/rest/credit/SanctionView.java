package io.ordercore.adapters.rest.credit;

import io.ordercore.domain.credit.MeasureKind;
import io.ordercore.domain.credit.Sanction;
import io.ordercore.domain.credit.SanctionRule;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A measure against a merchant.
 *
 * @param rule what set it
 * @param reason M01 to M09
 * @param end absent while it lasts until a person lifts it
 * @param pausedSince while an appeal is open
 */
@Schema(name = "Sanction")
record SanctionView(
        MeasureKind measure,
        SanctionRule rule,
        String reason,
        Instant start,
        @Nullable Instant end,
        @Nullable Instant pausedSince,
        boolean inForce) {
    static SanctionView of(Sanction sanction, Instant now) {
        return new SanctionView(
                sanction.kind(),
                sanction.rule(),
                sanction.reason().code(),
                sanction.start(),
                sanction.end(),
                sanction.pausedSince(),
                sanction.isInForce(now));
    }
}
