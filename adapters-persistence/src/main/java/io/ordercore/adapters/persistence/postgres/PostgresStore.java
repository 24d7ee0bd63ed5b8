package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.CommandLog;
import io.ordercore.application.Store;
import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.Sellers;
import io.ordercore.application.inspection.Inspections;
import io.ordercore.application.logistics.Fulfilments;
import io.ordercore.application.modification.ChangeSets;
import io.ordercore.application.order.EventFeed;
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
    private final PostgresOffers offers;
    private final PostgresSellers sellers;
    private final PostgresStock stock;
    private final PostgresInspections inspections;

    private PostgresStore(DataSource source, PersonalDataKeys keys, IntakeSettings settings) {
        RecipientCipher recipients = new RecipientCipher(keys);
        this.transactions = new PostgresTransactions(source);
        this.commands = new PostgresCommandLog(transactions);
        this.intake = new PostgresIntake(transactions, recipients, settings);
        this.orders = new PostgresOrders(transactions, recipients);
        this.events = new PostgresEventFeed(transactions);
        this.fulfilments = new PostgresFulfilments(transactions);
        this.payments = new PostgresPayments(transactions, keys);
        this.changeSets = new PostgresChangeSets(transactions, keys);
        this.offers = new PostgresOffers(transactions);
        this.sellers = new PostgresSellers(transactions);
        this.stock = new PostgresStock(transactions);
        this.inspections = new PostgresInspections(transactions);
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
        PostgresStore store = new PostgresStore(source, keys, settings);
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
    public Inspections inspections() {
        return inspections;
    }

    @Override
    public void close() {
        intake.close();
    }
}
