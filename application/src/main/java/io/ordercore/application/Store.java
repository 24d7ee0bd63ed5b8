package io.ordercore.application;

import io.ordercore.application.aftersale.BuyerClaims;
import io.ordercore.application.aftersale.Returns;
import io.ordercore.application.catalog.OfferFeed;
import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.Sellers;
import io.ordercore.application.catalog.listing.ListingStore;
import io.ordercore.application.credit.CreditBooks;
import io.ordercore.application.inspection.Agencies;
import io.ordercore.application.inspection.AgencyOrders;
import io.ordercore.application.inspection.CorrectiveActions;
import io.ordercore.application.inspection.Inspections;
import io.ordercore.application.inspection.LotDraws;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Fulfilments;
import io.ordercore.application.logistics.PushLog;
import io.ordercore.application.logistics.TrackedParcels;
import io.ordercore.application.logistics.arrival.Journeys;
import io.ordercore.application.logistics.carriage.Carriages;
import io.ordercore.application.logistics.incident.IncidentCases;
import io.ordercore.application.logistics.incident.Vouchers;
import io.ordercore.application.logistics.intercept.Interceptions;
import io.ordercore.application.modification.ChangeSets;
import io.ordercore.application.notice.Notices;
import io.ordercore.application.notice.webhook.Webhooks;
import io.ordercore.application.order.EventFeed;
import io.ordercore.application.order.MerchantQuestions;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.Orders;
import io.ordercore.application.payment.Payments;
import io.ordercore.application.stock.Stock;

/** Every storage out-port at once, so that one transaction can span them. */
public interface Store {
    Transactions transactions();

    CommandLog commands();

    OrderIntake intake();

    Orders orders();

    EventFeed events();

    MerchantQuestions merchantQuestions();

    Fulfilments fulfilments();

    Payments payments();

    ChangeSets changeSets();

    Carriages carriages();

    Interceptions interceptions();

    Returns returns();

    BuyerClaims claims();

    Offers offers();

    OfferFeed offerFeed();

    Sellers sellers();

    Stock stock();

    Inspections inspections();

    LotDraws lotDraws();

    Agencies agencies();

    AgencyOrders agencyOrders();

    CorrectiveActions correctiveActions();

    Notices notices();

    ListingStore catalog();

    TrackedParcels parcels();

    Journeys journeys();

    PushLog pushes();

    CallBudgets callBudgets();

    CreditBooks credit();

    IncidentCases incidents();

    Vouchers vouchers();

    Webhooks webhooks();
}
