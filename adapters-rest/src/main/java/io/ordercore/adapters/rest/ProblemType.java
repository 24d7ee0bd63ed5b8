package io.ordercore.adapters.rest;

import java.net.URI;
import java.util.Locale;

/**
 * Every kind of no this adapter gives, with its HTTP status. Codes are stable: callers may decide by them. Titles and details
 * stand in the message bundles {@code Texts}, under {@code <code>.title} and {@code <code>.detail}.
 */
public enum ProblemType {
    MALFORMED_REQUEST(400),
    MALFORMED_BODY(400),
    INVALID_PARAMETER(400),
    IDEMPOTENCY_KEY_MISSING(400),
    IDEMPOTENCY_KEY_INVALID(400),
    UNAUTHENTICATED(401),
    PAYMENT_DECLINED(402),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TOO_SLOW(408),
    CONCURRENT_CHANGE(409),
    COMMAND_IN_PROGRESS(409),
    PRICE_CHANGED(409),
    INSUFFICIENT_STOCK(409),
    NOT_ORDERABLE(409),
    MERCHANT_AT_LIMIT(409),
    LISTINGS_BLOCKED(409),
    ORDER_REFUSED(409),
    MODIFICATION_REFUSED(409),
    INTERCEPTION_REFUSED(409),
    AFTER_SALE_REFUSED(409),
    CARRIAGE_REFUSED(409),
    REMEDY_REFUSED(409),
    VOUCHER_REFUSED(409),
    PAYMENT_REFUSED(409),
    REPORT_REFUSED(409),
    LISTING_REFUSED(409),
    CREDIT_REFUSED(409),
    CORRECTION_REFUSED(409),
    BELOW_RESERVED(409),
    STALE_VERSION(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_BODY(422),
    UNKNOWN_SKU(422),
    OTHER_CURRENCY(422),
    IDEMPOTENCY_KEY_REUSED(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    OUTCOME_UNKNOWN(503),
    STORE_UNAVAILABLE(503),
    OVERLOADED(503);

    private static final String BASE = "https://ordercore.io/problems/";

    private final int status;
    private final String code;
    private final URI uri;

    ProblemType(int status) {
        this.status = status;
        this.code = codeOf(this);
        this.uri = URI.create(BASE + code);
    }

    public int status() {
        return status;
    }

    /** For example {@code price-changed}. */
    public String code() {
        return code;
    }

    /** The {@code type} member of RFC 9457. */
    public URI uri() {
        return uri;
    }

    /** A constant's name as it stands in answers. */
    public static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
