package io.ordercore.application.catalog;

import io.ordercore.domain.party.MerchantId;

/** The merchant may put nothing new on sale for the time being. */
public final class ListingsBlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ListingsBlockedException(MerchantId merchant) {
        super(merchant + " may not put anything new on sale");
    }
}
