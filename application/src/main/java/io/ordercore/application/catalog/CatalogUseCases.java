package io.ordercore.application.catalog;

import io.ordercore.application.Transactions;

/** The door to the catalogue: what can be asked of it, made from the ports it takes. */
public final class CatalogUseCases {
    private final Transactions transactions;
    private final Offers offers;

    public CatalogUseCases(Transactions transactions, Offers offers) {
        this.transactions = transactions;
        this.offers = offers;
    }

    public ManageOffers manageOffers() {
        return new ManageOffersService(transactions, offers);
    }
}
