package io.ordercore.domain.logistics.tracking;

import static io.ordercore.domain.logistics.tracking.NumberFormat.POST;
import static io.ordercore.domain.logistics.tracking.NumberFormat.written;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Recognises whose tracking number a text may be. Several carriers may claim one number: those confirmed by a check
 * digit come first. Recognition only proposes; the carrier the shipper booked is always the one asked.
 */
public final class NumberFormats {
    private static final CheckDigit NONE = new CheckDigit.None();
    private static final CheckDigit GS1 = new CheckDigit.Mod10(3, 1);
    private static final CheckDigit GS1_BACKWARDS = new CheckDigit.Backwards(GS1);
    private static final CheckDigit GS1_FROM_ODD = new CheckDigit.Mod10(1, 3);
    private static final CheckDigit ONE_TWO = new CheckDigit.Mod10(1, 2);
    private static final CheckDigit FEDEX_11 = new CheckDigit.Weighted(List.of(3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1));
    private static final CheckDigit FEDEX_13 = new CheckDigit.Weighted(List.of(1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1));
    private static final String COUNTRIES =
            String.join("|", Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
    private static final String USPS_ROUTING_22_OR_26 =
            "(?:420[0-9]{5}(?=[0-9]{22}$|[0-9]{26}$)(?:[0-9]{4}(?=[0-9]{22}$))?)?";
    private static final String USPS_ROUTING = "(?:420[0-9]{5}(?:[0-9]{4}(?=[0-9]{22}$))?)?";

    private static final List<NumberFormat> ALL = List.of(
            written(
                    POST,
                    "s10",
                    "[A-Z]{2}(?<serial>[0-9]{8})(?<check>[0-9])(?<country>" + COUNTRIES + ")",
                    new CheckDigit.S10()),
            written("ups", "ups-1z", "1Z(?<serial>[A-Z0-9]{15})(?<check>[0-9])", ONE_TWO),
            written("ups", "ups-letter", "[AHJKTV](?<serial>[0-9]{9})(?<check>[0-9])", ONE_TWO),
            written("usps", "usps-20", "(?<serial>[0-9]{19})(?<check>[0-9])", GS1),
            written(
                    "usps",
                    "usps-impb-online",
                    USPS_ROUTING_22_OR_26
                            + "(?<serial>94[0-9]{3}(?:9[0-9]{8}(?:[0-9]{15}|[0-9]{11}|[0-9]{7})|[0-8][0-9]{5}(?:[0-9]{14}|[0-9]{10})))(?<check>[0-9])",
                    GS1_BACKWARDS),
            written(
                            "usps",
                            "usps-legacy",
                            "(?:420[0-9]{5}(?:[0-9]{4})?)?(?<serial>(?:91)?[0-9]{19})(?<check>[0-9])",
                            GS1)
                    .checkedAsIfBeginningWith("91"),
            written(
                    "usps",
                    "usps-impb-commercial",
                    USPS_ROUTING
                            + "(?<serial>(?:92(?=[0-9]{3}9)|93(?=[0-9]{3}[0-8])|95)[0-9]{3}(?:9[0-9]{8}(?:[0-9]{11}|[0-9]{7})|[0-8][0-9]{5}(?:[0-9]{14}|[0-9]{10})))(?<check>[0-9])",
                    GS1),
            written("fedex", "fedex-express-12", "(?<serial>[0-9]{11})(?<check>[0-9])", FEDEX_11),
            written("fedex", "fedex-express-34", "[0-8][0-9]{14}[0-9]{5}(?<serial>[0-9]{13})(?<check>[0-9])", FEDEX_13),
            written("fedex", "fedex-astra-32", "3[0-9]{15}(?<serial>[0-9]{11})(?<check>[0-9])[0-9]{4}", FEDEX_11),
            written("fedex", "fedex-ground-15", "(?<serial>[0-9]{14})(?<check>[0-9])", GS1_FROM_ODD),
            written("fedex", "fedex-ground-sscc", "[0-9]{2}(?<serial>[0-9]{15})(?<check>[0-9])", GS1),
            written("fedex", "fedex-ground-96", "96[0-9]{5}(?<serial>[0-9]{14})(?<check>[0-9])", GS1_FROM_ODD),
            written("fedex", "fedex-ground-gsn", "96[0-9]{18}(?<serial>[0-9]{13})(?<check>[0-9])", FEDEX_13),
            written("dhl", "dhl-express", "(?<serial>[0-9]{9,10})(?<check>[0-9])", new CheckDigit.Mod7()),
            written("dhl", "dhl-express-piece", "J[A-Z]{2,3}(?<serial>[0-9]{9,10})", NONE),
            written(
                    "dhl",
                    "dhl-ecommerce",
                    "(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?<serial>(?=.*[0-9])[0-9A-Z]{10,39})",
                    NONE),
            written("dhl", "dhl-ecommerce-14", "(?<serial>[0-9]{14})", NONE),
            written(
                    "dpd",
                    "dpd-28",
                    "(?<serial>[0-9]{21}(?!000)[0-9]{3}(?!000)[0-9]{3})(?<check>[0-9A-Z])",
                    new CheckDigit.Mod37And36()),
            written("dpd", "dpd-15", "(?<serial>[0-9]{14})(?<check>[0-9A-Z])", new CheckDigit.Mod37And36()),
            written("canada-post", "canada-post-16", "(?<serial>[0-9]{15})(?<check>[0-9])", GS1),
            written("purolator", "purolator-12", "(?<serial>[0-5][0-9]{10})(?<check>[0-9])", new CheckDigit.Luhn()),
            written("purolator", "purolator-alpha", "(?<serial>[A-Z]{3}[0-9]{9})", NONE),
            written("canpar", "canpar-22", "(?<serial>[CDKLSUXZ][0-9]{21})", NONE),
            written("ontrac", "ontrac-c", "C(?<serial>[0-9]{13})(?<check>[0-9])", ONE_TWO)
                    .checkedAsIfBeginningWith("4"),
            written("ontrac", "ontrac-d", "D(?<serial>[0-9]{13})(?<check>[0-9])", ONE_TWO)
                    .checkedAsIfBeginningWith("5"),
            written(
                    "old-dominion",
                    "old-dominion-11",
                    "(?<serial>(?:77[78]|072|780)[0-9]{7})(?<check>[0-9])",
                    new CheckDigit.Luhn()),
            written("old-dominion", "old-dominion-80", "(?<serial>80[0-9]{8})(?<check>[0-9])", new CheckDigit.Luhn()),
            written("lasership", "lasership-lx", "L[AIEHNX][1-3](?<serial>[0-9]{7})", NONE),
            written("lasership", "lasership-1ls7", "1LS7[12](?<serial>[0-9]{10})", NONE),
            written("lasership", "lasership-1ls7-piece", "1LS7[12][0-9]{2}01[1234](?<serial>[0-9]{6})-1", NONE),
            written("lasership", "lasership-1lscx", "1LSCX(?<serial>[0-9A-Z]{10})", NONE),
            written("amazon", "amazon", "TB[ACM](?<serial>[0-9]{12})", NONE),
            written("amazon", "amazon-international", "[AFC](?<serial>[0-9]{10})", NONE),
            written("gofo", "gofo-us", "GFUS(?<serial>[0-9]{14})", NONE),
            written("landmark", "landmark", "LTN(?<serial>[0-9]{8})N1", NONE),
            written("speedee", "speedee", "SP(?<serial>[0-9]{18})", NONE),
            written("yodel", "yodel", "JJ?D(?<serial>[0-9]{16})", NONE),
            written("yunexpress", "yunexpress", "YT(?<serial>[0-9]{16})", NONE),
            written("sf-express", "sf-15", "SF(?<serial>[0-9]{13})", NONE),
            written("yto", "yto", "YT(?<serial>[0-9]{13})", NONE),
            written("jd", "jd", "JD[A-Z]?(?<serial>[0-9]{12,13})", NONE));

    private NumberFormats() {}

    /** Every format the text fits, those with a right check digit first; empty if none. Blanks do not matter. */
    public static List<RecognisedNumber> recognise(String text) {
        return ALL.stream()
                .map(format -> format.recognise(text))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(RecognisedNumber::checked).reversed())
                .toList();
    }
}
