package io.ordercore.domain.party;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a parcel goes. Personal data: never logged, encrypted wherever it is stored.
 *
 * @param country ISO 3166-1 alpha-2, upper case
 * @param district empty where the country has none
 */
public record Address(String country, String region, String city, String district, String street, String postalCode) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST_FIELD = 200;

    public Address {
        country = country.strip().toUpperCase(Locale.ROOT);
        region = checked(region);
        city = checked(city);
        district = checked(district);
        street = checked(street);
        postalCode = checked(postalCode);
        if (!COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is two letters of ISO 3166-1");
        }
        if (city.isEmpty() || street.isEmpty()) {
            throw new IllegalArgumentException("an address has a city and a street");
        }
    }

    private static String checked(String field) {
        String stripped = field.strip();
        if (stripped.length() > LONGEST_FIELD) {
            throw new IllegalArgumentException("a field of an address has at most " + LONGEST_FIELD + " characters");
        }
        return stripped;
    }

    @Override
    public String toString() {
        return "Address[" + country + "]";
    }
}
