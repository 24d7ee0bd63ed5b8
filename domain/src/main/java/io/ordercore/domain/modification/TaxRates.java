package io.ordercore.domain.modification;

import io.ordercore.domain.party.Address;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * What part of a price is tax: prices include it. It follows from where the order itself goes and from nothing else, so that an
 * order sent back to where it went before has the tax it had before.
 */
@FunctionalInterface
public interface TaxRates {
    /** General rates by country, {@code standard-tax-rates.properties}; where none is named no tax is contained. */
    TaxRates STANDARD = byCountry(standard());

    /** The rate on a price without tax, 0.13 for 13 per cent. */
    BigDecimal rate(Address to);

    /** What of {@code gross} is tax, rounded half up to the currency's smallest unit. */
    default Money in(Money gross, Address to) {
        BigDecimal rate = rate(to);
        BigDecimal part = rate.divide(rate.add(BigDecimal.ONE), MathContext.DECIMAL64);
        return gross.multipliedBy(part, RoundingMode.HALF_UP);
    }

    /** One rate per country, given by its two letters. */
    static TaxRates byCountry(Map<String, BigDecimal> rates) {
        Map<String, BigDecimal> known = Map.copyOf(rates);
        return to -> known.getOrDefault(to.country(), BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> standard() {
        ResourceBundle file =
                ResourceBundle.getBundle(TaxRates.class.getPackageName() + ".standard-tax-rates", Locale.ROOT);
        Map<String, BigDecimal> rates = new TreeMap<>();
        Collections.list(file.getKeys())
                .forEach(country -> rates.put(country, new BigDecimal(file.getString(country))));
        return rates;
    }
}
