package io.ordercore.domain.modification;

import io.ordercore.domain.party.Address;
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

    /** Hundredths of a per cent on a price without tax: 1300 for 13 per cent. */
    int basisPoints(Address to);

    /** What of {@code gross} is tax, rounded half up to the currency's smallest unit. */
    default Money in(Money gross, Address to) {
        long points = basisPoints(to);
        return gross.multipliedBy(points).dividedBy(10_000 + points, RoundingMode.HALF_UP);
    }

    /** One rate per country, given by its two letters, in basis points. */
    static TaxRates byCountry(Map<String, Integer> rates) {
        Map<String, Integer> known = Map.copyOf(rates);
        return to -> known.getOrDefault(to.country(), 0);
    }

    private static Map<String, Integer> standard() {
        ResourceBundle file =
                ResourceBundle.getBundle(TaxRates.class.getPackageName() + ".standard-tax-rates", Locale.ROOT);
        Map<String, Integer> rates = new TreeMap<>();
        Collections.list(file.getKeys())
                .forEach(country -> rates.put(country, Integer.valueOf(file.getString(country))));
        return rates;
    }
}
