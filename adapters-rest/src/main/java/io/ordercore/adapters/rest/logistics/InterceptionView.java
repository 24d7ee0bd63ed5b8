package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.logistics.intercept.Aim;
import io.ordercore.domain.logistics.intercept.FeeStatus;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An interception as it is shown. Where the parcel would go is not repeated.
 *
 * @param modification the change it was agreed in
 * @param fee for trying; feeStatus says what became of it
 * @param resendFee for sending again; it goes back unless that happens
 * @param remark the carrier's own words; empty for none
 */
@Schema(name = "Interception")
record InterceptionView(
        String id,
        String fulfilment,
        String carrier,
        String trackingNumber,
        Aim aim,
        InterceptionStatus status,
        MoneyBody fee,
        MoneyBody resendFee,
        FeeStatus feeStatus,
        String modification,
        String remark,
        Instant requestedAt,
        long version) {
    static InterceptionView of(Interception it) {
        return new InterceptionView(
                it.id().toString(),
                it.fulfilment().toString(),
                it.parcel().carrier(),
                it.parcel().trackingNumber(),
                it.aim(),
                it.status(),
                MoneyBody.of(it.terms().fee()),
                MoneyBody.of(it.terms().resendFee()),
                it.feeStatus(),
                it.reference(),
                it.remark(),
                it.requestedAt(),
                it.version());
    }
}
