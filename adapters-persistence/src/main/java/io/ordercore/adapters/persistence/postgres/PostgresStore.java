package io.ordercore.adapters.persistence.postgres;

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
import javax.sql.DataSource;

/**
 * Every storage out-port on one PostgreSQL. The tables must be there: {@link PostgresSchema#migrate} makes them, and {@link
 * PostgresPool#open} does so too. Close the store before its data source: what is waiting to be placed is stored first.
 */
public final class PostgresStore implements Store, AutoCloseable {
    private final PostgresTransactions transactions;
    private final PostgresCommandLog commands;
    private final PostgresIntake intake;
    private final PostgresOrders orders;
    private final PostgresEventFeed events;
    private final PostgresFulfilments fulfilments;
    private final PostgresPayments payments;
    private final PostgresChangeSets changeSets;
    private final PostgresInterceptions interceptions;
    private final PostgresCarriages carriages;
    private final PostgresReturns returns;
    private final PostgresClaims claims;
    private final PostgresOffers offers;
    private final PostgresOfferFeed offerFeed;
    private final PostgresSellers sellers;
    private final PostgresStock stock;
    private final PostgresMerchantQuestions questions;
    private final PostgresCredit credit;
    private final PostgresLotDraws lotDraws;
    private final PostgresAgencies agencies;
    private final PostgresAgencyOrders agencyOrders;
    private final PostgresCorrectiveActions correctiveActions;
    private final PostgresInspections inspections;
    private final PostgresNotices notices;
    private final PostgresListingStore catalog;
    private final PostgresTrackedParcels parcels;
    private final PostgresPushLog pushes;
    private final PostgresCallBudgets callBudgets;
    private final PostgresIncidentCases incidents;
    private final PostgresJourneys journeys;
    private final PostgresVouchers vouchers;
    private final PostgresWebhooks webhooks;

    private PostgresStore(
            DataSource source, PostgresTransactions transactions, PersonalDataKeys keys, IntakeSettings settings) {
        RecipientCipher recipients = new RecipientCipher(keys);
        KnownSkus known = new KnownSkus();
        this.transactions = transactions;
        this.commands = new PostgresCommandLog(transactions, keys);
        this.intake = new PostgresIntake(transactions.withoutHost(source), recipients, known, settings);
        this.orders = new PostgresOrders(transactions, recipients);
        this.events = new PostgresEventFeed(transactions);
        this.fulfilments = new PostgresFulfilments(transactions);
        this.payments = new PostgresPayments(transactions, keys);
        this.changeSets = new PostgresChangeSets(transactions, keys);
        this.interceptions = new PostgresInterceptions(transactions, keys);
        this.carriages = new PostgresCarriages(transactions, keys);
        this.returns = new PostgresReturns(transactions);
        this.claims = new PostgresClaims(transactions);
        this.offers = new PostgresOffers(transactions);
        this.offerFeed = new PostgresOfferFeed(transactions);
        this.sellers = new PostgresSellers(transactions);
        this.stock = new PostgresStock(transactions, known);
        this.questions = new PostgresMerchantQuestions(transactions);
        this.credit = new PostgresCredit(transactions);
        this.lotDraws = new PostgresLotDraws(transactions);
        this.agencies = new PostgresAgencies(transactions, keys);
        this.agencyOrders = new PostgresAgencyOrders(transactions);
        this.correctiveActions = new PostgresCorrectiveActions(transactions);
        this.inspections = new PostgresInspections(transactions);
        this.notices = new PostgresNotices(transactions);
        this.catalog = new PostgresListingStore(transactions);
        this.parcels = new PostgresTrackedParcels(transactions, keys);
        this.pushes = new PostgresPushLog(transactions, keys);
        this.callBudgets = new PostgresCallBudgets(transactions);
        this.incidents = new PostgresIncidentCases(transactions);
        this.journeys = new PostgresJourneys(transactions);
        this.vouchers = new PostgresVouchers(transactions);
        this.webhooks = new PostgresWebhooks(transactions, keys);
    }

    /**
     * {@link #on(DataSource, PersonalDataKeys)} with the keys that the environment names.
     *
     * @throws IllegalStateException if it names no file of keys ({@link PersonalDataKeys#fromEnvironment})
     */
    public static PostgresStore on(DataSource source) {
        return on(source, PersonalDataKeys.fromEnvironment());
    }

    /**
     * A store on a pool of connections; at least {@link IntakeSettings#writers} and a few for everything else.
     *
     * @param keys for personal and payment data
     */
    public static PostgresStore on(DataSource source, PersonalDataKeys keys) {
        return on(source, keys, IntakeSettings.STANDARD);
    }

    /** {@link #on(DataSource, PersonalDataKeys)} with an intake of your own measure. */
    public static PostgresStore on(DataSource source, PersonalDataKeys keys, IntakeSettings settings) {
        return started(new PostgresStore(source, new PostgresTransactions(source), keys, settings));
    }

    /**
     * A store whose transactions are a host's: what its use cases write commits or rolls back with what the host writes. One
     * thing does not join: placing a purchase shares a transaction with other purchases on a thread of the store, and is
     * stored when its answer comes, whatever becomes of the host's transaction.
     *
     * @param source gives, within a transaction of the host, that transaction's connection, which {@code close} leaves open,
     *     and elsewhere a fresh one (Spring's {@code TransactionAwareDataSourceProxy} does)
     * @param host begins transactions, or joins the one open on the thread; throws {@link
     *     io.ordercore.application.CommitUnknownException} when it cannot say whether a commit happened, and {@link
     *     io.ordercore.application.StoreUnavailableException} when it cannot begin
     */
    public static PostgresStore joining(DataSource source, Transactions host, PersonalDataKeys keys) {
        return joining(source, host, keys, IntakeSettings.STANDARD);
    }

    /** {@link #joining(DataSource, Transactions, PersonalDataKeys)} with an intake of your own measure. */
    public static PostgresStore joining(
            DataSource source, Transactions host, PersonalDataKeys keys, IntakeSettings settings) {
        return started(new PostgresStore(source, new PostgresTransactions(source, host), keys, settings));
    }

    private static PostgresStore started(PostgresStore store) {
        store.intake.start();
        return store;
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

    /** Whether commits are not answered, so that nothing is written; a metric. */
    public boolean isBlocked() {
        return transactions.isBlocked();
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
    public ListingStore catalog() {
        return catalog;
    }

    @Override
    public void close() {
        intake.close();
    }
}
