package io.ordercore.domain.logistics.tracking;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One carrier's way of writing tracking numbers: a stable name such as {@code fedex-ground-15}, the shape, the check
 * digit. A postal S10 number names the country's post as {@code post-xx}.
 */
final class NumberFormat {
    /** Stands for the post of the country named in the number. */
    static final String POST = "post";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String id;
    private final String carrier;
    private final Pattern shape;
    private final CheckDigit check;
    private final @Nullable Prefix prefix;

    private NumberFormat(String id, String carrier, Pattern shape, CheckDigit check, @Nullable Prefix prefix) {
        this.id = id;
        this.carrier = carrier;
        this.shape = shape;
        this.check = check;
        this.prefix = prefix;
    }

    /** @param shape with a group {@code serial}, and a group {@code check} where there is a check digit */
    static NumberFormat written(String carrier, String id, String shape, CheckDigit check) {
        return new NumberFormat(id, carrier, Pattern.compile(shape), check, null);
    }

    /** The check digit is computed as if {@code digits} stood before a serial number that does not begin with them. */
    NumberFormat checkedAsIfBeginningWith(String digits) {
        return new NumberFormat(id, carrier, shape, check, new Prefix(digits));
    }

    @Nullable
    RecognisedNumber recognise(String text) {
        String number = BLANKS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        Matcher matcher = shape.matcher(number);
        if (!matcher.matches() || !isRight(matcher)) {
            return null;
        }
        return new RecognisedNumber(
                carrierOf(matcher), id, new TrackingNumber(number), !(check instanceof CheckDigit.None));
    }

    private boolean isRight(Matcher matcher) {
        if (check instanceof CheckDigit.None) {
            return true;
        }
        String serial = matcher.group("serial");
        if (prefix != null && !serial.startsWith(prefix.digits())) {
            serial = prefix.digits() + serial;
        }
        return check.isRight(serial, matcher.group("check").charAt(0));
    }

    private CarrierCode carrierOf(Matcher matcher) {
        return new CarrierCode(
                carrier.equals(POST) ? "post-" + matcher.group("country").toLowerCase(Locale.ROOT) : carrier);
    }

    private record Prefix(String digits) {}
}
