package io.ordercore.application.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed of changes, written {@code 1042-17}. Only its store knows what the numbers mean.
 *
 * @param transaction zero or more
 * @param position zero or more
 */
public record OfferPlace(long transaction, long position) {
    /** Before all changes. */
    public static final OfferPlace START = new OfferPlace(0, 0);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})-([0-9]{1,19})");

    public OfferPlace {
        if (transaction < 0 || position < 0) {
            throw new IllegalArgumentException("a place in the feed is two whole numbers");
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static OfferPlace parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a place in the feed is written 1042-17");
        }
        return new OfferPlace(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return transaction + "-" + position;
    }
}
