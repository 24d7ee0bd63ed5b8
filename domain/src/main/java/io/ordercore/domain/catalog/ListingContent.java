package io.ordercore.domain.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant says about goods. A draft may be incomplete or wrong: whether it is good enough is the review's question, so
 * only what no store should have to keep is refused here.
 *
 * @param title up to 1,000 characters, possibly empty
 * @param description up to 20,000 characters, possibly empty
 * @param category null while not chosen
 * @param brand empty for goods without one
 * @param gtin as the merchant wrote it, empty where none is assigned; {@link Gtin} says whether it can be one
 * @param pictures up to 30, the first one leads
 * @param variants up to 500
 */
public record ListingContent(
        String title,
        String description,
        @Nullable CategoryPath category,
        String brand,
        String gtin,
        List<Attribute> attributes,
        List<Picture> pictures,
        List<Variant> variants) {
    private static final int LONGEST_TITLE = 1_000;
    private static final int LONGEST_DESCRIPTION = 20_000;
    private static final int LONGEST_BRAND = 200;
    private static final int LONGEST_GTIN = 40;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int MOST_PICTURES = 30;
    private static final int MOST_VARIANTS = 500;

    public ListingContent {
        title = checked("title", title, LONGEST_TITLE);
        description = checked("description", description, LONGEST_DESCRIPTION);
        brand = checked("brand", brand, LONGEST_BRAND);
        gtin = checked("GTIN", gtin, LONGEST_GTIN);
        attributes = checked("attributes", attributes, MOST_ATTRIBUTES);
        pictures = checked("pictures", pictures, MOST_PICTURES);
        variants = checked("variants", variants, MOST_VARIANTS);
    }

    /** Content with nothing in it but a title. */
    public static ListingContent titled(String title) {
        return new ListingContent(title, "", null, "", "", List.of(), List.of(), List.of());
    }

    public ListingContent withPictures(List<Picture> replaced) {
        return new ListingContent(title, description, category, brand, gtin, attributes, replaced, variants);
    }

    public ListingContent withVariants(List<Variant> replaced) {
        return new ListingContent(title, description, category, brand, gtin, attributes, pictures, replaced);
    }

    private static String checked(String what, String text, int longest) {
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw new IllegalArgumentException("a listing's " + what + " has at most " + longest + " characters");
        }
        return stripped;
    }

    private static <T> List<T> checked(String what, List<T> list, int most) {
        if (list.size() > most) {
            throw new IllegalArgumentException("a listing has at most " + most + " " + what);
        }
        return List.copyOf(list);
    }
}
