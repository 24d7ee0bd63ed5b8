package io.ordercore.domain.catalog.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of three decimals, counted in thousandths. */
final class Thousandths {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,3}))?");

    private Thousandths() {}

    static long parse(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            throw new IllegalArgumentException("a number has up to 12 digits and three decimals");
        }
        String decimals = number.group(2) == null ? "" : number.group(2);
        return Long.parseLong(number.group(1) + (decimals + "000").substring(0, 3));
    }

    /** Without trailing zeros: {@code 3.5}. */
    static String format(long thousandths) {
        long rest = Math.abs(thousandths % 1_000);
        String whole = String.valueOf(thousandths / 1_000);
        if (rest == 0) {
            return whole;
        }
        return whole + "." + String.valueOf(1_000 + rest).substring(1).replaceFirst("0+$", "");
    }
}
