package io.ordercore.adapters.rest.aftersale;

import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimStatus;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Resolution;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is shown.
 *
 * @param resolution what the buyer wants; what was decided, once it was
 */
@Schema(name = "Claim")
record ClaimView(
        String id,
        String order,
        ClaimStatus status,
        Reason reason,
        List<UnitsBody> lines,
        @Nullable Integer fulfilment,
        Resolution resolution,
        String evidence,
        Instant requestedAt,
        long version) {
    static ClaimView of(Claim it) {
        return new ClaimView(
                it.id().toString(),
                it.order().toString(),
                it.status(),
                it.reason(),
                it.units().entrySet().stream()
                        .map(count -> new UnitsBody(count.getKey(), count.getValue()))
                        .toList(),
                it.fulfilment(),
                it.wanted(),
                it.evidence(),
                it.requestedAt(),
                it.version());
    }
}
