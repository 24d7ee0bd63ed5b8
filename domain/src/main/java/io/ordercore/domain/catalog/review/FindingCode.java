package io.ordercore.domain.catalog.review;

/** What can be wrong with a listing. Names are stable: they are stored, counted and translated by them. */
public enum FindingCode {
    TITLE_MISSING(Severity.REJECT),
    DESCRIPTION_MISSING(Severity.REVIEW),
    CATEGORY_MISSING(Severity.REJECT),
    CATEGORY_UNKNOWN(Severity.REVIEW),
    BRAND_MISSING(Severity.NOTE),
    VARIANTS_MISSING(Severity.REJECT),
    PICTURES_MISSING(Severity.REVIEW),
    TITLE_TOO_SHORT(Severity.REVIEW),
    TITLE_TOO_LONG(Severity.REJECT),
    DESCRIPTION_TOO_LONG(Severity.REJECT),
    ATTRIBUTE_MISSING(Severity.REJECT),
    ATTRIBUTE_UNIT_WRONG(Severity.REJECT),
    ATTRIBUTE_REPEATED(Severity.REJECT),
    GTIN_INVALID(Severity.REJECT),
    GTIN_MISSING(Severity.NOTE),
    SUPERLATIVE(Severity.REJECT),
    MEDICAL_CLAIM(Severity.REJECT),
    FINANCIAL_CLAIM(Severity.REJECT),
    CONTACT_DETAIL(Severity.REJECT),
    FORBIDDEN_GOODS(Severity.REJECT),
    PICTURE_UNSEEN(Severity.REVIEW),
    /** Its merchant says of a picture what is not so. */
    PICTURE_DIFFERS(Severity.REVIEW),
    PICTURE_TYPE_WRONG(Severity.REJECT),
    PICTURE_TOO_SMALL(Severity.REJECT),
    PICTURE_TOO_LARGE(Severity.REJECT),
    PICTURE_REPEATED(Severity.NOTE),
    PICTURES_TOO_MANY(Severity.REJECT),
    VARIANT_SKU_REPEATED(Severity.REJECT),
    VARIANT_OPTIONS_REPEATED(Severity.REJECT),
    VARIANT_OPTIONS_UNEVEN(Severity.REVIEW),
    VARIANT_CURRENCIES_MIXED(Severity.REJECT),
    VARIANT_PRICES_FAR_APART(Severity.REVIEW),
    STOCK_IMPLAUSIBLE(Severity.REVIEW),
    STOCK_NONE(Severity.NOTE),
    PRICE_UNUSUAL(Severity.REVIEW),
    PRICE_IMPLAUSIBLE(Severity.REJECT),
    /** A published price changes further at once than may pass unseen. */
    PRICE_JUMP(Severity.REVIEW),
    DUPLICATE_GTIN(Severity.REJECT),
    GTIN_CONTRADICTED(Severity.REVIEW),
    DUPLICATE_TITLE(Severity.REVIEW),
    DUPLICATE_PICTURE(Severity.REVIEW);

    private final Severity usual;

    FindingCode(Severity usual) {
        this.usual = usual;
    }

    /** The weight where a rule set does not say another. */
    public Severity usual() {
        return usual;
    }
}
