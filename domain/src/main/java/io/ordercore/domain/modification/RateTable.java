package io.ordercore.domain.modification;

import io.ordercore.domain.party.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/** Rates by where an order goes: the region's, or else its country's, or else none. */
final class RateTable implements ShippingRates {
    private final Map<String, Money> rates = new HashMap<>();

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException with every key that cannot be read
     */
    RateTable(Map<String, String> entries) {
        List<String> wrong = new ArrayList<>();
        new TreeMap<>(entries).forEach((key, value) -> {
            int dot = key.lastIndexOf('.');
            try {
                Money rate = Money.parse(key.substring(dot + 1) + " " + value.strip());
                if (dot < 2 || rate.isNegative()) {
                    wrong.add(key);
                }
                rates.put(key.toUpperCase(Locale.ROOT), rate);
            } catch (IllegalArgumentException | ArithmeticException e) {
                wrong.add(key);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("not <country>[.<region>].<currency> = <amount>: " + wrong);
        }
    }

    @Override
    public Money rate(Address to, Money goods) {
        String currency = "." + goods.getCurrencyUnit().getCode();
        Money country = rates.getOrDefault(to.country() + currency, Money.zero(goods.getCurrencyUnit()));
        return rates.getOrDefault((to.country() + "." + to.region()).toUpperCase(Locale.ROOT) + currency, country);
    }
}
