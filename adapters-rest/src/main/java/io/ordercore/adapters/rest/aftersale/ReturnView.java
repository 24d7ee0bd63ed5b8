package io.ordercore.adapters.rest.aftersale;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.aftersale.Acceptance;
import io.ordercore.domain.aftersale.Reason;
import io.ordercore.domain.aftersale.Reception;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnStatus;
import io.ordercore.domain.order.OrderModification.AddedLine;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A return as it is shown.
 *
 * @param exchangeFor what is sent instead of each unit, at exchangePrice; absent for money
 * @param fee for the way back: taken out of what is paid back, or due with the difference before other goods are sent
 * @param until when it ends unless the buyer has sent the goods
 */
@Schema(name = "Return")
record ReturnView(
        String id,
        String order,
        ReturnStatus status,
        Reason reason,
        List<Unit> units,
        @Nullable String exchangeFor,
        @Nullable MoneyBody exchangePrice,
        MoneyBody fee,
        @Nullable String trackingNumber,
        Instant requestedAt,
        Instant until,
        long version) {
    static ReturnView of(Return it) {
        AddedLine exchange = it.exchange();
        return new ReturnView(
                it.id().toString(),
                it.order().toString(),
                it.status(),
                it.reason(),
                it.units().stream()
                        .map(unit -> new Unit(unit.number(), unit.line(), unit.reception(), unit.acceptance()))
                        .toList(),
                exchange == null ? null : exchange.sku().value(),
                exchange == null ? null : MoneyBody.of(exchange.unitPrice()),
                MoneyBody.of(it.fee()),
                it.trackingNumber(),
                it.requestedAt(),
                it.until(),
                it.version());
    }

    /** One unit, and what became of it. */
    @Schema(name = "ReturnUnit")
    record Unit(int number, int line, Reception reception, Acceptance acceptance) {}
}
