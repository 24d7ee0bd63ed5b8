package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.CommandLog;
import io.ordercore.application.Store;
import io.ordercore.application.Transactions;
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
import io.ordercore.domain.catalog.Sku;

/** A store that keeps everything in memory. Safe for many threads, which take turns. */
public final class MemoryStore implements Store {
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryCommandLog commands = new MemoryCommandLog(transactions);
    private final MemorySellers sellers = new MemorySellers(transactions);
    private final MemoryOfferFeed offerFeed = new MemoryOfferFeed(transactions);
    private final MemoryListingStore catalog = new MemoryListingStore(transactions, this::withdraw);
    private final MemoryOffers offers = new MemoryOffers(
            transactions, sellers, offerFeed, sku -> catalog.listings().sells(sku));
    private final MemoryStock stock = new MemoryStock(transactions, offerFeed);
    private final MemoryOrders orders = new MemoryOrders(transactions);
    private final MemoryEventFeed events = new MemoryEventFeed(transactions, orders);
    private final MemoryFulfilments fulfilments = new MemoryFulfilments(transactions);
    private final MemoryPayments payments = new MemoryPayments(transactions);
    private final MemoryMerchantQuestions questions = new MemoryMerchantQuestions(transactions);
    private final MemoryCredit credit = new MemoryCredit(transactions);
    private final MemoryLotDraws lotDraws = new MemoryLotDraws(transactions, stock);
    private final MemoryAgencies agencies = new MemoryAgencies(transactions);
    private final MemoryAgencyOrders agencyOrders = new MemoryAgencyOrders(transactions);
    private final MemoryCorrectiveActions correctiveActions = new MemoryCorrectiveActions(transactions);
    private final MemoryInspections inspections = new MemoryInspections(transactions);
    private final MemoryChangeSets changeSets = new MemoryChangeSets(transactions);
    private final MemoryIntake intake = new MemoryIntake(transactions, commands, offers, stock, orders, sellers);
    private final MemoryNotices notices = new MemoryNotices(transactions);
    private final MemoryTrackedParcels parcels = new MemoryTrackedParcels(transactions);
    private final MemoryPushLog pushes = new MemoryPushLog(transactions);
    private final CallBudgets callBudgets = CallBudgets.onOneNode();
    private final MemoryIncidentCases incidents = new MemoryIncidentCases(transactions);
    private final MemoryWebhooks webhooks = new MemoryWebhooks(transactions);
    private final MemoryJourneys journeys = new MemoryJourneys(transactions);
    private final MemoryVouchers vouchers = new MemoryVouchers(transactions);
    private final MemoryInterceptions interceptions = new MemoryInterceptions(transactions);
    private final MemoryCarriages carriages = new MemoryCarriages(transactions);
    private final MemoryReturns returns = new MemoryReturns(transactions);
    private final MemoryClaims claims = new MemoryClaims(transactions);

    private void withdraw(Sku sku) {
        offers.withdraw(sku);
    }

    /** Lets the next commit go wrong; called again, the one after it. */
    public void failNextCommit(CommitFault fault) {
        transactions.failNextCommit(fault);
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public CommandLog commands() {
        return commands;
    }

    @Override
    public OrderIntake intake() {
        return intake;
    }

    @Override
    public Orders orders() {
        return orders;
    }

    @Override
    public EventFeed events() {
        return events;
    }

    @Override
    public Fulfilments fulfilments() {
        return fulfilments;
    }

    @Override
    public Payments payments() {
        return payments;
    }

    @Override
    public ChangeSets changeSets() {
        return changeSets;
    }

    @Override
    public OfferFeed offerFeed() {
        return offerFeed;
    }

    @Override
    public Returns returns() {
        return returns;
    }

    @Override
    public BuyerClaims claims() {
        return claims;
    }

    @Override
    public Carriages carriages() {
        return carriages;
    }

    @Override
    public Interceptions interceptions() {
        return interceptions;
    }

    @Override
    public Offers offers() {
        return offers;
    }

    @Override
    public Sellers sellers() {
        return sellers;
    }

    @Override
    public Stock stock() {
        return stock;
    }

    @Override
    public TrackedParcels parcels() {
        return parcels;
    }

    @Override
    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public Journeys journeys() {
        return journeys;
    }

    @Override
    public Vouchers vouchers() {
        return vouchers;
    }

    @Override
    public IncidentCases incidents() {
        return incidents;
    }

    @Override
    public PushLog pushes() {
        return pushes;
    }

    @Override
    public CallBudgets callBudgets() {
        return callBudgets;
    }

    @Override
    public Notices notices() {
        return notices;
    }

    @Override
    public CreditBooks credit() {
        return credit;
    }

    @Override
    public MerchantQuestions merchantQuestions() {
        return questions;
    }

    @Override
    public CorrectiveActions correctiveActions() {
        return correctiveActions;
    }

    @Override
    public Agencies agencies() {
        return agencies;
    }

    @Override
    public AgencyOrders agencyOrders() {
        return agencyOrders;
    }

    @Override
    public LotDraws lotDraws() {
        return lotDraws;
    }

    @Override
    public Inspections inspections() {
        return inspections;
    }

    @Override
    public ListingStore catalog() {
        return catalog;
    }
}
