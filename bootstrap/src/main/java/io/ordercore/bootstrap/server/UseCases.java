package io.ordercore.bootstrap.server;

import io.ordercore.application.Ordercore;
import io.ordercore.application.RunOnce;
import io.ordercore.application.aftersale.ClaimGoods;
import io.ordercore.application.aftersale.FindAfterSales;
import io.ordercore.application.aftersale.ReturnGoods;
import io.ordercore.application.catalog.BrowseOffers;
import io.ordercore.application.catalog.FollowOffers;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.catalog.ReviewPrices;
import io.ordercore.application.catalog.UpdateOffers;
import io.ordercore.application.catalog.listing.AdoptGoods;
import io.ordercore.application.catalog.listing.DecideReviews;
import io.ordercore.application.catalog.listing.FindListings;
import io.ordercore.application.catalog.listing.ManageRules;
import io.ordercore.application.catalog.listing.SuspendListings;
import io.ordercore.application.catalog.listing.WriteListings;
import io.ordercore.application.credit.AppealEvidence;
import io.ordercore.application.credit.FindCredit;
import io.ordercore.application.credit.FindDeposit;
import io.ordercore.application.credit.ForfeitDeposit;
import io.ordercore.application.credit.LiftSanction;
import io.ordercore.application.credit.RecordEvidence;
import io.ordercore.application.credit.ReportProblem;
import io.ordercore.application.credit.TopUpDeposit;
import io.ordercore.application.inspection.CorrectCause;
import io.ordercore.application.inspection.FindDraws;
import io.ordercore.application.inspection.InspectGoods;
import io.ordercore.application.inspection.ManageAgencies;
import io.ordercore.application.logistics.FindFulfilments;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.logistics.TrackParcels;
import io.ordercore.application.logistics.arrival.ForecastArrival;
import io.ordercore.application.logistics.carriage.BookCarriage;
import io.ordercore.application.logistics.incident.ChooseRemedy;
import io.ordercore.application.logistics.incident.FindVouchers;
import io.ordercore.application.logistics.incident.HandleIncidents;
import io.ordercore.application.logistics.incident.RedeemVoucher;
import io.ordercore.application.logistics.intercept.FindInterceptions;
import io.ordercore.application.logistics.intercept.ReceiveParcel;
import io.ordercore.application.logistics.intercept.SettleInterception;
import io.ordercore.application.modification.AnswerModification;
import io.ordercore.application.modification.FindModifications;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.notice.ReadNotices;
import io.ordercore.application.notice.webhook.ManageWebhooks;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.HoldOrder;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.application.order.PreviewPurchase;
import io.ordercore.application.order.ReceiveOrder;
import io.ordercore.application.order.WatchIntake;
import io.ordercore.application.payment.FindPayments;
import io.ordercore.application.payment.HearProvider;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.TopUpOrder;
import io.ordercore.application.stock.ManageStock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Every use case of the order core, for whichever resource asks for it. */
@Singleton
final class UseCases {
    private final Ordercore core;

    UseCases(Foundation foundation) {
        this.core = foundation.core();
    }

    @Produces
    @Singleton
    RunOnce runOnce() {
        return core.runOnce();
    }

    @Produces
    @Singleton
    PreviewPurchase previewPurchase() {
        return core.orders().previewPurchase();
    }

    @Produces
    @Singleton
    PlacePurchase placePurchase() {
        return core.orders().placePurchase();
    }

    @Produces
    @Singleton
    WatchIntake watchIntake() {
        return core.orders().watchIntake();
    }

    @Produces
    @Singleton
    FindOrders findOrders() {
        return core.orders().findOrders();
    }

    @Produces
    @Singleton
    CancelOrder cancelOrder() {
        return core.orders().cancelOrder();
    }

    @Produces
    @Singleton
    ReceiveOrder receiveOrder() {
        return core.orders().receiveOrder();
    }

    @Produces
    @Singleton
    HoldOrder holdOrder() {
        return core.orders().holdOrder();
    }

    @Produces
    @Singleton
    FulfilOrder fulfilOrder() {
        return core.fulfilment().fulfilOrder();
    }

    @Produces
    @Singleton
    FindFulfilments findFulfilments() {
        return core.fulfilment().findFulfilments();
    }

    @Produces
    @Singleton
    HandleIncidents handleIncidents() {
        return core.incidents().handleIncidents();
    }

    @Produces
    @Singleton
    ManageWebhooks manageWebhooks() {
        return core.webhooks().manageWebhooks();
    }

    @Produces
    @Singleton
    ChooseRemedy chooseRemedy() {
        return core.incidents().chooseRemedy();
    }

    @Produces
    @Singleton
    RedeemVoucher redeemVoucher() {
        return core.incidents().redeemVoucher();
    }

    @Produces
    @Singleton
    FindVouchers findVouchers() {
        return core.incidents().findVouchers();
    }

    @Produces
    @Singleton
    ForecastArrival forecastArrival() {
        return core.arrival().forecastArrival();
    }

    @Produces
    @Singleton
    TrackParcels trackParcels() {
        return core.trackParcels();
    }

    @Produces
    @Singleton
    ReadNotices readNotices() {
        return core.readNotices();
    }

    @Produces
    @Singleton
    PayPurchase payPurchase() {
        return core.payments().payPurchase();
    }

    @Produces
    @Singleton
    HearProvider hearProvider() {
        return core.hearProvider();
    }

    @Produces
    @Singleton
    FindPayments findPayments() {
        return core.payments().findPayments();
    }

    @Produces
    @Singleton
    BrowseOffers browseOffers() {
        return core.catalog().browseOffers();
    }

    @Produces
    @Singleton
    FollowOffers followOffers() {
        return core.catalog().followOffers();
    }

    @Produces
    @Singleton
    ManageOffers manageOffers() {
        return core.catalog().manageOffers();
    }

    @Produces
    @Singleton
    UpdateOffers updateOffers() {
        return core.catalog().updateOffers();
    }

    @Produces
    @Singleton
    ReviewPrices reviewPrices() {
        return core.catalog().reviewPrices();
    }

    @Produces
    @Singleton
    FindCredit findCredit() {
        return core.credit().findCredit();
    }

    @Produces
    @Singleton
    RecordEvidence recordEvidence() {
        return core.credit().recordEvidence();
    }

    @Produces
    @Singleton
    LiftSanction liftSanction() {
        return core.credit().liftSanction();
    }

    @Produces
    @Singleton
    FindDeposit findDeposit() {
        return core.credit().findDeposit();
    }

    @Produces
    @Singleton
    ForfeitDeposit forfeitDeposit() {
        return core.credit().forfeitDeposit();
    }

    @Produces
    @Singleton
    TopUpDeposit topUpDeposit() {
        return core.credit().topUpDeposit();
    }

    @Produces
    @Singleton
    AppealEvidence appealEvidence() {
        return core.credit().appealEvidence();
    }

    @Produces
    @Singleton
    ReportProblem reportProblem() {
        return core.credit().reportProblem();
    }

    @Produces
    @Singleton
    InspectGoods inspectGoods() {
        return core.inspections().inspectGoods();
    }

    @Produces
    @Singleton
    ManageAgencies manageAgencies() {
        return core.inspections().manageAgencies();
    }

    @Produces
    @Singleton
    CorrectCause correctCause() {
        return core.inspections().correctCause();
    }

    @Produces
    @Singleton
    FindDraws findDraws() {
        return core.inspections().findDraws();
    }

    @Produces
    @Singleton
    ManageStock manageStock() {
        return core.stock().manageStock();
    }

    @Produces
    @Singleton
    ReturnGoods returnGoods() {
        return core.afterSale().returnGoods();
    }

    @Produces
    @Singleton
    ClaimGoods claimGoods() {
        return core.afterSale().claimGoods();
    }

    @Produces
    @Singleton
    FindAfterSales findAfterSales() {
        return core.afterSale().findAfterSales();
    }

    @Produces
    @Singleton
    TopUpOrder topUpOrder() {
        return core.payments().topUpOrder();
    }

    @Produces
    @Singleton
    BookCarriage bookCarriage() {
        return core.carriage().bookCarriage();
    }

    @Produces
    @Singleton
    FindInterceptions findInterceptions() {
        return core.interceptions().findInterceptions();
    }

    @Produces
    @Singleton
    ReceiveParcel receiveParcel() {
        return core.interceptions().receiveParcel();
    }

    @Produces
    @Singleton
    SettleInterception settleInterception() {
        return core.interceptions().settleInterception();
    }

    @Produces
    @Singleton
    RequestModification requestModification() {
        return core.modifications().requestModification();
    }

    @Produces
    @Singleton
    WriteListings writeListings() {
        return core.listings().writeListings();
    }

    @Produces
    @Singleton
    AnswerModification answerModification() {
        return core.modifications().answerModification();
    }

    @Produces
    @Singleton
    AdoptGoods adoptGoods() {
        return core.listings().adoptGoods();
    }

    @Produces
    @Singleton
    FindListings findListings() {
        return core.listings().findListings();
    }

    @Produces
    @Singleton
    PayModification payModification() {
        return core.modifications().payModification();
    }

    @Produces
    @Singleton
    SuspendListings suspendListings() {
        return core.listings().suspendListings();
    }

    @Produces
    @Singleton
    FindModifications findModifications() {
        return core.modifications().findModifications();
    }

    @Produces
    @Singleton
    DecideReviews decideReviews() {
        return core.listings().decideReviews();
    }

    @Produces
    @Singleton
    ManageRules manageRules() {
        return core.listings().manageRules();
    }
}
