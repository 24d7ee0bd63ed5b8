package io.ordercore.domain.catalog.review;

import io.ordercore.domain.catalog.Gtin;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys under which a listing is found by its duplicates: an index holds (key, listing), and listings that share a key are
 * neighbours worth a closer look. Equal content has equal keys; keys of different kinds never meet.
 *
 * @param gtin one key, or none
 * @param title 24 keys, or none
 * @param pictures four keys a picture: two pictures whose likeness differs in at most three bits share one
 */
public record DuplicateKeys(List<Long> gtin, List<Long> title, List<Long> pictures) {
    private static final long GTIN_KIND = 0x47L << 56;
    private static final long PICTURE_KIND = 0x50L << 56;
    private static final int QUARTERS = 4;

    public DuplicateKeys {
        gtin = List.copyOf(gtin);
        title = List.copyOf(title);
        pictures = List.copyOf(pictures);
    }

    public static DuplicateKeys of(ListingContent content) {
        return new DuplicateKeys(gtinKeys(content.gtin()), titleKeys(content.title()), pictureKeys(content.pictures()));
    }

    /** All keys of all kinds. */
    public List<Long> all() {
        List<Long> all = new ArrayList<>(gtin);
        all.addAll(title);
        all.addAll(pictures);
        return all;
    }

    private static List<Long> gtinKeys(String gtin) {
        return Gtin.isValid(gtin)
                ? List.of(TitleKeys.mix(GTIN_KIND ^ Long.parseLong(new Gtin(gtin).padded())))
                : List.of();
    }

    private static List<Long> titleKeys(String title) {
        List<Long> keys = new ArrayList<>(TitleKeys.BANDS);
        for (long key : TitleKeys.of(title)) {
            keys.add(key);
        }
        return keys;
    }

    private static List<Long> pictureKeys(List<Picture> pictures) {
        List<Long> keys = new ArrayList<>();
        for (Picture picture : pictures) {
            PictureFacts facts = picture.facts();
            if (facts != null) {
                for (long quarter = 0; quarter < QUARTERS; quarter++) {
                    long bits = (facts.likeness() >>> (quarter * Character.SIZE)) & Character.MAX_VALUE;
                    keys.add(TitleKeys.mix(PICTURE_KIND ^ (quarter << Character.SIZE) ^ bits));
                }
            }
        }
        return keys;
    }
}
