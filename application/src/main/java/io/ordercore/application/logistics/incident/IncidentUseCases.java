package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.ParcelListener;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.domain.logistics.incident.RemedyPolicy;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;

/** The door to incidents. */
public final class IncidentUseCases {
    private final HandleIncidentsService service;
    private final OpeningCases opening;
    private final IncidentReactions reactions;
    private final VoucherReactions voucherReactions;
    private final RedeemVoucher redeeming;
    private final Vouchers vouchers;

    public IncidentUseCases(
            Store store,
            OrderChanges changes,
            Carriers carriers,
            ResendGoods resending,
            OrderTerms terms,
            RemedyPolicy policy,
            Clock clock,
            Ids ids) {
        Telling telling = new Telling(store, clock, ids);
        Returning returning = new Returning(store, clock, ids);
        Remedying remedying = new Remedying(store, changes, resending, terms, policy, returning, telling, clock, ids);
        this.opening = new OpeningCases(store, remedying, telling, clock, ids);
        this.service = new HandleIncidentsService(store, carriers, opening, remedying, returning, telling, clock);
        this.reactions = new IncidentReactions(store, telling, clock);
        this.voucherReactions = new VoucherReactions(store, clock, ids);
        this.redeeming = new RedeemVoucherService(store, changes, clock);
        this.vouchers = store.vouchers();
    }

    public HandleIncidents handleIncidents() {
        return service;
    }

    public ChooseRemedy chooseRemedy() {
        return service;
    }

    public FindVouchers findVouchers() {
        return vouchers::of;
    }

    public RedeemVoucher redeemVoucher() {
        return redeeming;
    }

    /** What has to follow for vouchers when something happened to an order. */
    public OrderEventListener voucherReactions() {
        return voucherReactions;
    }

    /** What has to follow when a carrier was heard. */
    public ParcelListener whenHeard() {
        return opening;
    }

    /** What has to follow when something happened to an order. */
    public OrderEventListener reactions() {
        return reactions;
    }
}
