package io.ordercore.adapters.rest.modification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;

/** An amount that may be below zero: a difference. */
@Schema(name = "SignedMoney", examples = "{\"amount\":\"-12.50\",\"currency\":\"CNY\"}")
record SignedMoney(String amount, String currency) {
    static SignedMoney of(Money money) {
        return new SignedMoney(
                money.getAmount().toPlainString(), money.getCurrencyUnit().getCode());
    }
}
