package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.Attribute;
import io.ordercore.domain.catalog.CategoryPath;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureClaim;
import io.ordercore.domain.catalog.PictureFacts;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.Variant;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.Money;

/** Listings to be reviewed: a flawless one, and any number of odd ones. */
final class Subjects {
    static final MerchantId MERCHANT = new MerchantId("acme");
    static final MerchantId OTHER_MERCHANT = new MerchantId("zenith");
    /** Usual price 100, deviation 0.25. */
    static final PriceNorm NORM = new PriceNorm(Math.round(Math.log(100) * 1e6), 250_000, 100);

    static final RuleSet RULES = RuleSetText.read("""
            version | test-1
            language | en
            limit | title-longest | 60
            category | Food
            require | Food | net weight | g, kg
            second-reviewer | Food > Baby Food
            picture-type | image/jpeg
            ban | SUPERLATIVE | best
            ban | SUPERLATIVE | 最
            ban | MEDICAL_CLAIM | cures
            ban | CONTACT_DETAIL | wechat
            exempt | best before
            exempt | 最近
            sourced | SUPERLATIVE | claim source
            """);

    private static final List<String> TITLES = List.of(
            "Olive Oil 500 g", "Olive Oil", "The best olive oil", "oil", "最好的油", "Oil cures all", "", "x".repeat(70));
    private static final List<String> DESCRIPTIONS = List.of(
            "Cold pressed.", "", "Call 13800138000", "mail me@shop.example", "best before 2027", "y".repeat(5_100));
    private static final List<String> BRANDS = List.of("Acme", "Zenith", "");
    private static final List<String> GTINS = List.of("4006381333931", "4006381333932", "");
    private static final List<String> PRICES = List.of("100", "400", "1000", "99999", "0.50");

    private Subjects() {}

    static ListingContent flawless() {
        return new ListingContent(
                "Olive Oil 500 g",
                "Cold pressed.",
                CategoryPath.of("Food > Oils"),
                "Acme",
                "4006381333931",
                List.of(new Attribute("net weight", "500", "g")),
                List.of(picture(7, 800)),
                List.of(variant("OIL-1", "100", 5)));
    }

    static ReviewSubject subject(ListingContent content, Neighbour... neighbours) {
        return new ReviewSubject(content, new ReviewFacts(MERCHANT, NORM, List.of(neighbours), Set.of()));
    }

    static Picture picture(long likeness, int side) {
        String sha256 = String.format("%064x", likeness);
        return new Picture(
                "https://cdn.example/" + likeness + ".jpg",
                new PictureFacts("image/jpeg", side, side, 40_000, sha256, likeness));
    }

    /** A picture of 800 pixels a side of which its merchant says something else. */
    static Picture claimed(long likeness, int width) {
        Picture picture = picture(likeness, 800);
        return new Picture(picture.url(), new PictureClaim(width, 800, null, "0".repeat(64)), picture.facts());
    }

    static Variant variant(String sku, String price, long stock) {
        return new Variant(new Sku(sku), "", "", Money.parse("CNY " + price), stock);
    }

    static ReviewSubject odd(Random random) {
        ListingContent content = new ListingContent(
                oneOf(random, TITLES),
                oneOf(random, DESCRIPTIONS),
                oneOf(random, List.of(CategoryPath.of("Food > Oils"), CategoryPath.of("Toys"))),
                oneOf(random, BRANDS),
                oneOf(random, GTINS),
                oneOf(
                        random,
                        List.of(
                                List.of(),
                                List.of(new Attribute("net weight", "500", "g")),
                                List.of(
                                        new Attribute("net weight", "best", "lb"),
                                        new Attribute("claim source", "x", "")))),
                oneOf(
                        random,
                        List.of(
                                List.of(),
                                List.of(picture(7, 800)),
                                List.of(picture(1L << 40, 50)),
                                List.of(claimed(7, 900)))),
                List.of(
                        variant("A", oneOf(random, PRICES), random.nextInt(2)),
                        variant("B", oneOf(random, PRICES), 3)));
        return new ReviewSubject(content, oddFacts(random));
    }

    /** The same subject with some parts taken from another. */
    static ReviewSubject edited(ReviewSubject subject, Random random) {
        ReviewSubject other = odd(random);
        ListingContent mine = subject.content();
        ListingContent theirs = other.content();
        int parts = random.nextInt(1 << 9);
        ListingContent content = new ListingContent(
                (parts & 1) == 0 ? mine.title() : theirs.title(),
                (parts & 2) == 0 ? mine.description() : theirs.description(),
                (parts & 4) == 0 ? mine.category() : theirs.category(),
                (parts & 8) == 0 ? mine.brand() : theirs.brand(),
                (parts & 16) == 0 ? mine.gtin() : theirs.gtin(),
                (parts & 32) == 0 ? mine.attributes() : theirs.attributes(),
                (parts & 64) == 0 ? mine.pictures() : theirs.pictures(),
                (parts & 128) == 0 ? mine.variants() : theirs.variants());
        return new ReviewSubject(content, (parts & 256) == 0 ? subject.facts() : other.facts());
    }

    private static ReviewFacts oddFacts(Random random) {
        Neighbour neighbour = Neighbour.of(
                new ListingId("n" + random.nextInt(3)), oneOf(random, List.of(MERCHANT, OTHER_MERCHANT)), flawless());
        return new ReviewFacts(
                oneOf(random, List.of(MERCHANT, OTHER_MERCHANT)),
                oneOf(random, List.of(NORM, PriceNorm.UNKNOWN)),
                random.nextBoolean() ? List.of(neighbour) : List.of(),
                random.nextBoolean() ? Set.of("olive") : Set.of(),
                random.nextBoolean()
                        ? List.of(new ReviewFacts.Published(new Sku("A"), Money.parse("CNY " + oneOf(random, PRICES))))
                        : List.of());
    }

    private static <T> T oneOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
